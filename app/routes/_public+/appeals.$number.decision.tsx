import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadAppealPaper } from '#app/features/listings/remedy-papers.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Instant } from '#app/ui/day.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadAppealPaper(args)

/** 复核决定书 on A4: what is decided on an appeal, why, on what basis, and what can still be done. */
export default function AppealDecisionPaper() {
  const { of, qr } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const { language } = usePage()
  const outcome = of.state === 'VARIED' && of.newUntilOn === null ? 'VARIED_FALLEN' : of.state
  const until = of.newUntilOn ? formatDay(of.newUntilOn, language) : ''
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('remedyPaper.appeal')}
        number={of.decisionNumber}
        qr={<QrCode code={qr} label={t('remedyPaper.scan')} caption={t('remedyPaper.scan')} />}
        signature={
          <>
            <p>{t('remedyPaper.sign')}</p>
            <p>{of.decidedAt && <Instant at={of.decidedAt} />}</p>
          </>
        }
      >
        <p>{t('remedyPaper.to', { name: of.party.name, code: of.party.code })}</p>
        <p>
          {t('remedyPaper.appealIntro', {
            filedOn: formatDay(shanghaiDayOf(new Date(of.filedAt)), language),
            case: of.case.number,
            decision: of.case.decisionNumber ?? '',
            number: of.number,
          })}
        </p>
        <p>
          <strong>{t.optional(`remedyPaper.appealOutcome.${outcome}`, { untilOn: until })}</strong>
        </p>
        <h2>{t('remedyPaper.appealGrounds')}</h2>
        <p className="whitespace-pre-line">{of.grounds}</p>
        <p className="whitespace-pre-line">{of.request}</p>
        <h2>{t('remedyPaper.reasons')}</h2>
        <p className="whitespace-pre-line">{of.decisionReasons}</p>
        <h2>{t('remedyPaper.basis')}</h2>
        <p className="whitespace-pre-line">{of.decisionBasis}</p>
        <h2>{t('remedyPaper.rights')}</h2>
        <p>{t('remedyPaper.appealRights')}</p>
        <p className="small">{t('remedyPaper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
