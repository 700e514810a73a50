import { useText } from '#app/page-context.tsx'
import { useRootData } from './root-data.ts'
import { SandboxBar } from './sandbox-bar.tsx'

/** First in every page: the way past the navigation, and that nothing here is real. */
export function Banners() {
  const t = useText('shell')
  const data = useRootData()
  return (
    <>
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      {data?.isDemo && (
        <aside className="demo-banner" aria-label={t('demoLabel')}>
          {t('demo')}
        </aside>
      )}
      {data?.sandboxNow && <SandboxBar now={data.sandboxNow} canSet={data.viewer !== null} />}
    </>
  )
}
