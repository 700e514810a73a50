import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { useRootData } from '#app/shell/root-data.ts'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'

/** On the public page of an entry, for its own party: where it appeals, applies for repair, objects. */
export function OwnEntry() {
  const t = useText('remedies')
  const base = useRootData()?.viewer?.roles.includes('INTERMEDIARY') ? '/intermediary' : '/owner'
  return (
    <NoticeBanner title={t('mine.own')} action={<Link to={`${base}/remedies`}>{t('mine.title')}</Link>}>
      {t('mine.ownText')}
    </NoticeBanner>
  )
}
