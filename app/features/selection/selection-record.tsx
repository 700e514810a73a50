import { useText } from '#app/page-context.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { SelectionData } from './documents.server.ts'
import type { SelectionRules } from './load-selection.server.ts'
import { DrawRecord } from './draw-record.tsx'
import { FrozenPoolTable } from './frozen-pool.tsx'
import { OpeningRecord } from './opening-record.tsx'
import { useReasonText } from './reason-text.ts'
import { ScoreTable } from './score-table.tsx'
import { ResultRecord } from './result-record.tsx'

/** What a selection left behind so far: why it ended without result, its result, draw, opening and frozen pool, the newest first. */
export function SelectionRecord({ of, rules }: { readonly of: SelectionData; readonly rules: SelectionRules }) {
  const t = useText('selection')
  const reason = useReasonText()
  return (
    <>
      {of.failure !== null && (
        <NoticeBanner tone="warn" title={t('detail.failure')}>
          <p>{reason(of.failure)}</p>
        </NoticeBanner>
      )}
      {of.cancelReasons && (
        <NoticeBanner tone="warn" title={t('detail.cancelled')}>
          <p className="whitespace-pre-line">{of.cancelReasons}</p>
        </NoticeBanner>
      )}
      {of.result && (
        <Sheet title={t('result.title')}>
          <ResultRecord of={of} objectionDays={rules.objectionAnswerWorkingDays} />
        </Sheet>
      )}
      {of.draw && (
        <Sheet title={t('draw.title')}>
          <DrawRecord of={of.draw} number={of.number} />
        </Sheet>
      )}
      {of.scores.length > 0 && (
        <Sheet title={t('result.scores')}>
          <ScoreTable of={of} />
        </Sheet>
      )}
      {of.sealing && (
        <Sheet title={t('opening.title')}>
          <OpeningRecord of={of.sealing} />
        </Sheet>
      )}
      {of.announcedAt && (
        <Sheet title={t('pool.title')}>
          {of.pool && of.poolHash ? <FrozenPoolTable pool={of.pool} hash={of.poolHash} /> : <p>{t('pool.notYet')}</p>}
        </Sheet>
      )}
    </>
  )
}
