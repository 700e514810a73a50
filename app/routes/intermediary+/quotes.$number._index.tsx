import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { loadQuoteForm, submitQuoteForm } from '#app/features/selection/quote-form.server.ts'
import { QuoteForm } from '#app/features/selection/quote-form.tsx'
import { QuoteReceipts } from '#app/features/selection/quote-receipts.tsx'
import { useText } from '#app/page-context.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { refusalText } from '#app/refusal.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const form = await loadQuoteForm(args, args.params['number'] ?? '')
  if (!form) throw new Response(null, { status: 404 })
  const [t, tForm] = [await serverText(args.request, 'sealing'), await serverText(args.request, 'form')]
  const obstacle = form.desk.obstacle as { readonly code: string } | null
  return { title: t('title'), ...form, obstacle: obstacle && refusalText(obstacle, t, tForm) }
}

export const action = (args: ActionFunctionArgs) => submitQuoteForm(args, args.params['number'] ?? '')

/** 密封报价: the form while quotes are taken, and the receipts of one's own. */
export default function SealedQuote() {
  const { title, desk, obstacle, isReceived, clientMutationId, isUnscripted } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const t = useText('sealing')
  const { selectionNumber: number, projectName: project, receipts } = desk
  return (
    <>
      <Breadcrumb parents={[{ to: `/selections/${number}`, label: number }]} current={title} />
      <PageHeading title={title} lead={t('lead', { project, number })} />
      {isReceived && !result && (
        <NoticeBanner title={t('received')} tone="ok" isResult>
          <p>{t('receivedText')}</p>
        </NoticeBanner>
      )}
      {obstacle ? (
        <NoticeBanner title={t('notTaken')}>
          <p>{obstacle}</p>
        </NoticeBanner>
      ) : (
        <QuoteForm {...{ desk, clientMutationId, isUnscripted, result }} />
      )}
      <QuoteReceipts receipts={receipts} printTo={`/intermediary/quotes/${number}/receipt`} />
    </>
  )
}
