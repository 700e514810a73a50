import { formatFen } from '#domain/kernel/money.ts'
import type { BidderOutcome } from '#domain/selection/ranking.ts'
import { useText } from '#app/page-context.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import type { Tone } from '#app/ui/badge.tsx'
import { useReasonText } from './reason-text.ts'

const tones: Partial<Record<BidderOutcome['code'], Tone>> = { PROPOSED: 'brand', WON: 'ok' }

/** What came of one's own sign-up, and why not, with the figures it rests on. */
export function Outcome({ outcome }: { readonly outcome: BidderOutcome }) {
  const t = useText('selection')
  const reason = useReasonText()
  const figures = 'figures' in outcome ? Object.entries(outcome.figures).filter(([, value]) => value !== null) : []
  return (
    <NoticeBanner tone={tones[outcome.code] ?? 'neutral'} title={outcomeTitle(outcome, t)}>
      {outcome.code === 'PROPOSED' && <p>{t('outcome.proposed')}</p>}
      {'refusal' in outcome && (
        <p>
          {t('outcome.why')}：{reason(outcome.refusal)}
        </p>
      )}
      {'reasons' in outcome && <p className="whitespace-pre-line">{outcome.reasons}</p>}
      {figures.length > 0 && (
        <DescriptionList
          items={figures.map(([name, value]) => ({
            term: t.optional(`result.figures.${name}`) ?? name,
            value: name.endsWith('Fen') && typeof value === 'number' ? formatFen(value) : String(value),
          }))}
        />
      )}
    </NoticeBanner>
  )
}

/** The outcome in one line, as a list shows it. */
export const outcomeTitle = (outcome: BidderOutcome, t: ReturnType<typeof useText<'selection'>>): string =>
  t(`outcome.code.${outcome.code}`, { place: 'place' in outcome ? outcome.place : 0 })
