import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import type { FindingPaperData } from './finding-paper.server.ts'

/** The notice 告知书 or the decision 决定书 of a finding of untruth, on A4. */
export function FindingPaper({ title, number, isDecision, finding, basis, qr }: FindingPaperData) {
  const t = useText('verification')
  const common = useText('acceptance')
  const { language } = usePage()
  const { commitment, noticedAt, decidedAt, defenceDueOn, state } = finding
  const dayOf = (instant: string) => formatDay(shanghaiDayOf(new Date(instant)), language)
  const names = {
    signedOn: dayOf(commitment.signedAt),
    item: nameIn(language, commitment.case.approvalItem),
    case: commitment.case.number,
    commitment: commitment.number,
    noticedOn: dayOf(noticedAt),
    number: finding.number,
  }
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={title}
        number={common('paper.number', { number })}
        qr={<QrCode code={qr} label={title} caption={finding.number} />}
        signature={
          <>
            <p>{commitment.case.agencyName}</p>
            <p>{dayOf(isDecision && decidedAt ? decidedAt : noticedAt)}</p>
          </>
        }
      >
        <p>{t('paper.to', { name: commitment.applicant.name })}</p>
        <p>{t(isDecision ? 'paper.decisionIntro' : 'paper.noticeIntro', names)}</p>
        <h2>{t('paper.one')}</h2>
        <p className="whitespace-pre-line">{finding.facts}</p>
        <h2>{t('paper.two')}</h2>
        <p className="whitespace-pre-line">{finding.basis}</p>
        {isDecision && (state === 'FOUND' || state === 'NOT_FOUND') ? (
          <>
            <h2>{t('paper.threeReasons')}</h2>
            <p className="whitespace-pre-line">{finding.decisionReasons}</p>
            <h2>{t('paper.fourDecision')}</h2>
            <p>{t(`paper.decided${state}`)}</p>
            <h2>{t('paper.five')}</h2>
            <p>{t('paper.remedy')}</p>
          </>
        ) : (
          <>
            <h2>{t('paper.three')}</h2>
            <p>{t('paper.measure', { basis })}</p>
            <h2>{t('paper.four')}</h2>
            <p>{t('paper.right', { day: formatDay(defenceDueOn, language) })}</p>
          </>
        )}
      </PrintSheet>
    </>
  )
}
