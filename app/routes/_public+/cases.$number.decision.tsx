import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPaper } from '#app/features/listings/load-paper.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Instant } from '#app/ui/day.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadPaper(args, 'decision')

/** 决定书 on A4: what is decided, facts, reasons, basis, and how to contest or repair it. */
export default function DecisionPaper() {
  const { of, qr } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const { language } = usePage()
  const [entry] = of.listEntries
  const day = (on: string) => formatDay(on, language)
  const operative = entry
    ? t('paper.decisionListed', {
        list: t(`list.${entry.list}`),
        from: day(entry.fromOn),
        until: entry.untilOn ? day(entry.untilOn) : t('list.openEnd'),
      })
    : t(of.isViolationFound ? 'paper.decisionFound' : 'paper.decisionNone')
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('paper.decision')}
        number={of.decisionNumber}
        qr={
          <QrCode
            code={qr}
            label={t(entry ? 'paper.scanEntry' : 'paper.scanCase')}
            caption={t(entry ? 'paper.scanEntry' : 'paper.scanCase')}
          />
        }
        signature={
          <>
            <p>{t('paper.sign')}</p>
            <p>{of.decidedAt && <Instant at={of.decidedAt} />}</p>
          </>
        }
      >
        <p>{t('paper.noticeTo', { name: of.party.name, code: of.party.code })}</p>
        <p>
          <b>{operative}</b>
        </p>
        {entry && <p>{t('list.entry', { number: entry.number })}</p>}
        <h2>{t('paper.decisionFacts')}</h2>
        <p className="whitespace-pre-line">{of.noticeFacts ?? of.facts}</p>
        <h2>{t('paper.decisionReasons')}</h2>
        <p className="whitespace-pre-line">{of.decisionReasons}</p>
        <h2>{t('paper.decisionBasis')}</h2>
        <p className="whitespace-pre-line">{of.decisionBasis}</p>
        <h2>{t('paper.decisionRights')}</h2>
        <p>{t('paper.appeal')}</p>
        {entry?.earliestRepairOn && <p>{t('paper.repair', { day: day(entry.earliestRepairOn) })}</p>}
        <p className="small">{t('paper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
