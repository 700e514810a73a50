import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadDelistingPaper } from '#app/features/listings/remedy-papers.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadDelistingPaper(args)

/** 移出决定书 on A4: which entry left its list, when, why, and what follows. */
export default function DelistingPaper() {
  const { of, qr } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const { language } = usePage()
  const on = of.endedOn ? formatDay(of.endedOn, language) : ''
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('remedyPaper.delisting')}
        number={of.delistingNumber}
        qr={<QrCode code={qr} label={t('remedyPaper.scan')} caption={t('remedyPaper.scan')} />}
        signature={
          <>
            <p>{t('remedyPaper.signOffice')}</p>
            <p>{on}</p>
          </>
        }
      >
        <p>{t('remedyPaper.to', { name: of.party.name, code: of.party.code })}</p>
        <p>{t('remedyPaper.delistingIntro', { number: of.number, list: t(`list.${of.list}`), from: formatDay(of.fromOn, language) })}</p>
        <h2>{t('remedyPaper.delistingReason')}</h2>
        <p>{t(`remedyPaper.delistingKind.${of.end}`)}</p>
        <p className="whitespace-pre-line">{of.reason}</p>
        <p>{t('remedyPaper.delistedOn', { on })}</p>
        <h2>{t('remedyPaper.delistingEffect')}</h2>
        <p>{t('remedyPaper.delistingEffectText')}</p>
        <p className="small">{t('remedyPaper.rules', { version: of.ruleSetVersion })}</p>
      </PrintSheet>
    </>
  )
}
