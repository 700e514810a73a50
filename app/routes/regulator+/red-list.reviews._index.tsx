import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { YearlyReviewsDocument } from '#app/features/listings/red-list-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'lists')
  const { redListReviews, clock } = await runOperation(args, YearlyReviewsDocument, {})
  return { title: t('yearly.title'), reviews: redListReviews, today: shanghaiDayOf(new Date(clock.now)) }
}

/** 年度复核: the red list entries that wait for theirs, the earliest day first. */
export default function YearlyReviews() {
  const { title, reviews, today } = useLoaderData<typeof loader>()
  const t = useText('lists')
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator/red-list', label: t('nominations.title') }]} current={title} />
      <PageHeading title={title} lead={t('yearly.lead')} />
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          {
            key: 'party',
            title: t('nominations.party'),
            cell: ({ key, entry }) => (
              <>
                <Link to={`/regulator/red-list/reviews/${key}`}>{entry.party.name}</Link>
                <div className="small mute num">{entry.party.code}</div>
              </>
            ),
          },
          { key: 'entry', title: t('yearly.entry'), cell: ({ entry }) => <Link to={`/lists/${entry.number}`}>{entry.number}</Link> },
          {
            key: 'due',
            title: t('yearly.due'),
            cell: ({ dueOn }) => (
              <>
                <Day on={dueOn} /> {dueOn <= today && <Badge tone="warn">{t('yearly.overdue')}</Badge>}
              </>
            ),
          },
        ]}
        rows={reviews}
        rowKey={({ key }) => key}
        empty={t('yearly.empty')}
      />
    </>
  )
}
