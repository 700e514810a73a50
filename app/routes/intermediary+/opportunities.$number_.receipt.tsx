import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { loadQuoteForm } from '#app/features/selection/quote-form.server.ts'
import { QuoteReceipts } from '#app/features/selection/quote-receipts.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const form = await loadQuoteForm(args, args.params['number'] ?? '')
  if (!form) throw new Response(null, { status: 404 })
  const t = await serverText(args.request, 'sealing')
  const { selectionNumber } = form.desk
  return { title: t('receiptTitle'), desk: form.desk, qr: qrModules(new URL(`/selections/${selectionNumber}`, args.request.url).href) }
}

/** 密封报价回执 on A4: the hashes, for the bidder's files. */
export default function QuoteReceiptPaper() {
  const { title, desk, qr } = useLoaderData<typeof loader>()
  const t = useText('sealing')
  const { selectionNumber, projectName, uscc, receipts } = desk
  return (
    <>
      <PrintButton />
      <PrintSheet title={title} number={selectionNumber} qr={<QrCode code={qr} label={t('receiptVerify')} caption={t('receiptVerify')} />}>
        <p>{t('receiptText')}</p>
        <DescriptionList
          items={[
            { term: t('receiptProject'), value: projectName },
            { term: t('receiptNumber'), value: selectionNumber },
            { term: t('receiptFirm'), value: uscc },
          ]}
        />
        <QuoteReceipts receipts={receipts} />
      </PrintSheet>
    </>
  )
}
