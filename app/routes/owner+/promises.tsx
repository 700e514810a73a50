import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { becauseText, rangeText } from '#app/features/acceptance/reason-text.ts'
import { BreachEntry } from '#app/features/commitments/breach-entry.tsx'
import { CommitmentTable } from '#app/features/commitments/commitment-table.tsx'
import { RecordDocument } from '#app/features/commitments/documents.server.ts'
import { PromiseRecordDocument } from '#app/features/verification/promise-record.server.ts'
import { PromiseRecord } from '#app/features/verification/promise-record.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { myCommitmentRecord, commitments } = await runOperation({ request, context }, RecordDocument, {})
  const meaning = await runOperation({ request, context }, PromiseRecordDocument, {})
  return { title: t('mine.title'), meaning, record: myCommitmentRecord, open: commitments.edges.map(({ node }) => node) }
}

/** The applicant's own record: the count, what it means, what is closed, every record with the way to object. */
export default function MyPromises() {
  const { title, meaning, record, open } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const { missCount, missesToList, bars, breaches, clause } = record
  const left = missesToList - missCount
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner', label: t('case.mine') }]} current={title} />
      <PageHeading title={title} lead={t('mine.ofThree', { limit: missesToList })} />
      <Sheet title={t('mine.count', { count: missCount })}>
        <p className="result-figure num">
          {missCount} / {missesToList}
        </p>
        <p className="mt-2">
          {missCount === 0 && bars.length === 0 ? t('mine.clear') : left > 0 ? t('mine.left', { count: left }) : t('mine.reached')}
        </p>
        <p className="small mute">{t('clause', { clause })}</p>
      </Sheet>
      {bars.map((bar) => (
        <NoticeBanner key={bar.kind + bar.from + bar.reasonCode} tone="black" title={t.optional(`purpose.${bar.kind}`) ?? bar.kind}>
          <p>
            {becauseText(bar.reasonCode, t)} · {rangeText({ ...bar, code: bar.reasonCode }, t)}
          </p>
          <p className="small">{t('clause', { clause: bar.clause })}</p>
        </NoticeBanner>
      ))}
      <PromiseRecord {...meaning} />
      <h2 className="mt-8 mb-3">{t('mine.records')}</h2>
      {breaches.length === 0 && <p>{t('mine.noRecords')}</p>}
      {breaches.map((breach) => (
        <BreachEntry key={breach.recordedAt + breach.commitment.number + breach.kind} breach={breach} />
      ))}
      <h2 className="mt-8 mb-3">{t('mine.open')}</h2>
      <CommitmentTable
        caption={t('mine.open')}
        rows={open}
        toCommitment={(number) => `/owner/promises/${number}`}
        empty={t('mine.noOpen')}
      />
    </>
  )
}
