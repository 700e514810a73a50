import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadRepairPaper } from '#app/features/listings/remedy-papers.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Instant } from '#app/ui/day.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadRepairPaper(args)

/** 信用修复决定书 on A4: whether an entry is repaired, from when, and why. */
export default function RepairDecisionPaper() {
  const { of, qr } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const { language } = usePage()
  const dayOf = (at: string) => formatDay(shanghaiDayOf(new Date(at)), language)
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('remedyPaper.repair')}
        number={of.decisionNumber}
        qr={<QrCode code={qr} label={t('remedyPaper.scan')} caption={t('remedyPaper.scan')} />}
        signature={
          <>
            <p>{t('remedyPaper.signOffice')}</p>
            <p>{of.decidedAt && <Instant at={of.decidedAt} />}</p>
          </>
        }
      >
        <p>{t('remedyPaper.to', { name: of.party.name, code: of.party.code })}</p>
        <p>{t('remedyPaper.repairIntro', { filedOn: dayOf(of.filedAt), entry: of.entry.number, number: of.number })}</p>
        <p>
          <strong>{t.optional(`remedyPaper.repairOutcome.${of.state}`, { on: of.decidedAt ? dayOf(of.decidedAt) : '' })}</strong>
        </p>
        <h2>{t('remedyPaper.repairSaid')}</h2>
        <p className="whitespace-pre-line">{of.correction}</p>
        <p className="whitespace-pre-line">{of.performance}</p>
        <p className="whitespace-pre-line">{t('remedyPaper.commitment', { text: of.commitment })}</p>
        <h2>{t('remedyPaper.reasons')}</h2>
        <p className="whitespace-pre-line">{of.decisionReasons}</p>
        <h2>{t('remedyPaper.basis')}</h2>
        <p className="whitespace-pre-line">{of.decisionBasis}</p>
        <h2>{t('remedyPaper.rights')}</h2>
        <p>{t('remedyPaper.repairRights')}</p>
        <p className="small">{t('remedyPaper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
