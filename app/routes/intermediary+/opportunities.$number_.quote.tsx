import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuoteForm } from '#app/features/selection/quote-form.tsx'
import { loadQuoteForm, submitQuoteForm } from '#app/features/selection/quote-form.server.ts'
import { QuoteReceipts } from '#app/features/selection/quote-receipts.tsx'
import { useReasonText } from '#app/features/selection/reason-text.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const number = args.params['number'] ?? ''
  const t = await serverText(args.request, 'selection')
  const quote = await loadQuoteForm(args, number)
  if (!quote) throw new Response(null, { status: 404 })
  return { title: t('signUp.quoteTitle', { number }), number, quote }
}

export const action = (args: ActionFunctionArgs) => submitQuoteForm(args, args.params['number'] ?? '')

/** 密封报价: handed in, and replaced until the closing; every one has its receipt. */
export default function Quoting() {
  const { title, number, quote } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('selection')
  const reason = useReasonText()
  const { desk, isReceived } = quote
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/intermediary/opportunities', label: t('opportunities.title') },
          { to: `/intermediary/opportunities/${number}`, label: number },
        ]}
        current={t('signUp.quote')}
      />
      <PageHeading title={title} lead={`${desk.projectName} · ${t('signUp.quoteLead')}`} />
      {isReceived && desk.receipts[0] && (
        <NoticeBanner tone="ok" title={t('signUp.quoteReceived')} isResult>
          <p className="code break-all">{desk.receipts[0].sha256}</p>
        </NoticeBanner>
      )}
      {desk.obstacle === null ? (
        <Sheet title={t('signUp.quote')}>
          <QuoteForm {...quote} result={result} />
        </Sheet>
      ) : (
        <NoticeBanner tone="warn" title={t('signUp.quoteNotNow')}>
          <p>{reason(desk.obstacle)}</p>
        </NoticeBanner>
      )}
      <QuoteReceipts receipts={desk.receipts} printTo={`/intermediary/opportunities/${number}/receipt`} />
    </>
  )
}
