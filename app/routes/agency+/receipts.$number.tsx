import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CheckAnswer } from '#app/features/acceptance/check-answer.tsx'
import type { PurposeAnswer } from '#app/features/acceptance/check-answer.tsx'
import { ReceiptDocument } from '#app/features/acceptance/check-documents.server.ts'
import { formatInstant } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { checkReceipt: receipt } = await runOperation({ request, context }, ReceiptDocument, { number: params['number'] ?? '' })
  if (!receipt) throw new Response(null, { status: 404 })
  const target = new URL('/verify', request.url)
  target.search = new URLSearchParams({ number: receipt.number, code: receipt.verificationCode }).toString()
  const answer = receipt.answer as { purposes: PurposeAnswer[]; result: 'CLEAR' | 'CAUTION' | 'BARRED' }
  return { title: `${t('receipt.title')} ${receipt.number}`, receipt, answer, qr: qrModules(target.href) }
}

/** 核查回执 on A4, with the code that verifies it. */
export default function Receipt() {
  const { receipt, answer, qr } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const { purposes, result } = answer
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('receipt.title')}
        number={receipt.number}
        qr={<QrCode code={qr} label={t('receipt.scan')} caption={t('receipt.scan')} />}
        signature={
          <>
            <p>{t('receipt.office')}</p>
            <p>{t('receipt.signature', { code: receipt.verificationCode })}</p>
            <p>{t('paper.rules', { version: receipt.ruleSetVersion })}</p>
          </>
        }
      >
        <p>{t('receipt.lead', { at: formatInstant(receipt.checkedAt) })}</p>
        <DescriptionList
          items={[
            { term: t('receipt.name'), value: receipt.subjectName ?? t('receipt.noName') },
            { term: t('receipt.code'), value: <span className="num">{receipt.code}</span> },
            { term: t('receipt.purpose'), value: receipt.purpose },
            { term: t('receipt.result'), value: t(`whole.${result}`) },
          ]}
        />
        <CheckAnswer purposes={purposes} />
      </PrintSheet>
    </>
  )
}
