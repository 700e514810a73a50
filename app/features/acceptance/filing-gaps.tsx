import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import type { CaseData } from './documents.server.ts'

/** What is missing before a draft is filed; only what stands under "can't be filed" holds it up. */
export function FilingGaps({ of: { gaps, materials } }: { readonly of: Pick<CaseData, 'gaps' | 'materials'> }) {
  const t = useText('intake')
  const { language } = usePage()
  if (gaps.length === 0) return <NoticeBanner tone="ok" title={t('draft.complete')} />
  const nameOf = (seq: number | null) => {
    const found = materials.find(({ material }) => material.seq === seq)
    return found ? nameIn(language, found.material) : ''
  }
  return (
    <>
      <ul>
        {gaps.map(({ code, seq }) => (
          <li key={`${code} ${seq ?? ''}`}>{t(`draft.gap.${code}`, { seq: seq ?? '', material: nameOf(seq) })}</li>
        ))}
      </ul>
      <p className="small mute">{t('draft.gapNote')}</p>
    </>
  )
}
