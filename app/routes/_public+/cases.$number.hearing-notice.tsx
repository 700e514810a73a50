import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPaper } from '#app/features/listings/load-paper.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Instant } from '#app/ui/day.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadPaper(args, 'hearing-notice')

/** 听证通知书 on A4: when, where, how, who presides, and the party's rights at the hearing. */
export default function HearingNoticePaper() {
  const { of, qr } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const { hearing } = of
  // A new day made a new notice.
  const issued = of.steps.findLast(({ kind }) => kind === 'HEARING_SCHEDULED')
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('procedure.paper.title')}
        number={hearing?.noticeNumber}
        qr={<QrCode code={qr} label={t('paper.scanCase')} caption={t('paper.scanCase')} />}
        signature={
          <>
            <p>{t('paper.sign')}</p>
            <p>{issued && <Instant at={issued.at} />}</p>
          </>
        }
      >
        <p>{t('procedure.paper.to', { name: of.party.name, code: of.party.code })}</p>
        <p>{t('procedure.paper.intro', { case: of.number })}</p>
        <h2>{t('procedure.paper.when')}</h2>
        <p>{hearing?.scheduledFor && <Instant at={hearing.scheduledFor} />}</p>
        <h2>{t('procedure.paper.where')}</h2>
        <p>{hearing?.place}</p>
        <h2>{t('procedure.paper.how')}</h2>
        <p>{t(hearing?.isPublic ? 'procedure.paper.isPublic' : 'procedure.paper.notPublic')}</p>
        <h2>{t('procedure.paper.presider')}</h2>
        <p>{hearing?.presider}</p>
        <h2>{t('procedure.paper.rights')}</h2>
        <p>{t('procedure.paper.rightsText')}</p>
        <p className="small">{t('paper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
