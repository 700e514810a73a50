import { Link } from '@remix-run/react'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { ReviewTaskView } from './documents.server.ts'
import type { ReviewQueue } from './load-queue.server.ts'
import { ReviewList } from './review-card.tsx'

/** What waits for a body's review, what it gave, and the words of all reviews for those who may hide them. */
export function QueuePage({ queue, base, lead }: { readonly queue: ReviewQueue; readonly base: string; readonly lead: string }) {
  const t = useText('reviews')
  const { title, tab, tabs, tasks, reviews, links } = queue
  return (
    <>
      <PageHeading title={title} lead={lead} />
      <Tabs label={title} tabs={tabs.map((name) => ({ to: `?tab=${name}`, label: t(`queue.tabs.${name}`), isCurrent: name === tab }))} />
      {tab === 'waiting' ? (
        <TaskTable tasks={tasks} base={base} title={title} />
      ) : (
        <ReviewList reviews={reviews} empty={t(tab === 'given' ? 'queue.noneGiven' : 'queue.noWords')} hasItem isLinked />
      )}
      <Pagination {...links} />
    </>
  )
}

function TaskTable({ tasks, base, title }: { readonly tasks: readonly ReviewTaskView[]; readonly base: string; readonly title: string }) {
  const t = useText('reviews')
  const { language } = usePage()
  return (
    <DataTable
      caption={title}
      isCaptionHidden
      rows={tasks}
      rowKey={({ number }) => number}
      empty={t('queue.empty')}
      columns={[
        { key: 'number', title: t('queue.number'), cell: ({ number }) => <Link to={`${base}/${number}`}>{number}</Link> },
        {
          key: 'item',
          title: t('queue.item'),
          cell: ({ serviceItemNameZh, serviceItemNameEn }) => nameIn(language, { nameZh: serviceItemNameZh, nameEn: serviceItemNameEn }),
        },
        { key: 'firm', title: t('queue.firm'), cell: ({ intermediary }) => intermediary.name },
        { key: 'delivered', title: t('queue.delivered'), cell: ({ deliveredAt }) => deliveredAt && <Instant at={deliveredAt} /> },
        { key: 'lastOn', title: t('queue.lastOn'), cell: ({ lastOn }) => lastOn && <Day on={lastOn} /> },
      ]}
    />
  )
}
