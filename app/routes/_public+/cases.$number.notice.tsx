import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadPaper } from '#app/features/listings/load-paper.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { formatDay } from '#app/i18n/format.ts'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'
import { Instant } from '#app/ui/day.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadPaper(args, 'notice')

/** 告知书 on A4: facts, basis, intended measure, rights and their deadline. */
export default function NoticePaper() {
  const { of, qr } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const { language } = usePage()
  const parts = [
    [t('paper.facts'), of.noticeFacts],
    [t('paper.noticeBasis'), of.noticeBasis],
    [t('paper.measure'), of.noticeMeasure],
    [t('paper.rights'), of.noticeRights],
  ] as const
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('paper.notice')}
        number={of.noticeNumber}
        qr={<QrCode code={qr} label={t('paper.scanCase')} caption={t('paper.scanCase')} />}
        signature={
          <>
            <p>{t('paper.sign')}</p>
            <p>{of.noticeServedAt && <Instant at={of.noticeServedAt} />}</p>
          </>
        }
      >
        <p>{t('paper.noticeTo', { name: of.party.name, code: of.party.code })}</p>
        <p>{t('paper.noticeIntro')}</p>
        {parts.map(([title, text]) => (
          <section key={title}>
            <h2>{title}</h2>
            <p className="whitespace-pre-line">{text}</p>
          </section>
        ))}
        {of.defenceDueOn !== null && <p>{t('paper.due', { day: formatDay(of.defenceDueOn, language) })}</p>}
        <p className="small">{t('paper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
