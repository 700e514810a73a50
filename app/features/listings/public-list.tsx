import { Link } from '@remix-run/react'
import { MOST_COUNTED } from '#domain/listings/list-entry.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Reasons } from '#app/ui/reasons.tsx'
import { ListFilters } from './list-filters.tsx'
import { listFeeds } from './list-pages.ts'
import type { PublicListData } from './load-list.server.ts'
import { nameIn } from './name-in.ts'

/** 黑名单, 红名单 or 失信名单 as the public reads it: same row for everybody, each with its reason and its end. */
export function PublicList(data: PublicListData) {
  const { list, title, entries, totalCount, links } = data
  const t = useText('listings')
  const lists = useText('lists')
  const common = useText('common')
  const { language } = usePage()
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading
        title={title}
        lead={t(`list.lead.${list}`)}
        actions={
          <>
            {list === 'RED_LIST' && (
              <Link className="btn btn-ghost" to="/red-list/publicity">
                {lists('publicityNow')}
              </Link>
            )}
            {/* A file, not a page: the router has no business with it. */}
            <a className="btn btn-ghost" href={listFeeds[list]} type="application/atom+xml">
              {lists('feed')}
            </a>
          </>
        }
      />
      <ListFilters {...data} />
      <p className="small mute" role="status">
        {totalCount > MOST_COUNTED ? lists('foundMore', { count: MOST_COUNTED }) : t('list.found', { count: totalCount })}
      </p>
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          {
            key: 'name',
            title: t('list.name'),
            cell: ({ number, party }) => (
              <>
                <Link to={`/lists/${number}`}>{party.name}</Link>
                <div className="small mute num">{party.code}</div>
              </>
            ),
          },
          {
            key: 'reason',
            title: t('list.reason'),
            cell: ({ violation, reasons }) => (violation ? nameIn(language, violation) : reasons),
          },
          ...(list === 'RED_LIST'
            ? []
            : [
                {
                  key: 'severity',
                  title: t('list.severity'),
                  cell: (entry: (typeof entries)[number]) => entry.severity && <Badge>{t(`severity.${entry.severity}`)}</Badge>,
                },
                {
                  key: 'mark',
                  title: lists('markColumn'),
                  cell: ({ mark }: (typeof entries)[number]) => (
                    <Badge tone={mark === 'UNDER_APPEAL' ? 'warn' : 'neutral'}>{t(`entry.mark.${mark}`)}</Badge>
                  ),
                },
              ]),
          { key: 'from', title: t('list.from'), cell: ({ decidedOn }) => <Day on={decidedOn} /> },
          { key: 'until', title: t('list.until'), cell: ({ untilOn }) => (untilOn ? <Day on={untilOn} /> : t('list.openEnd')) },
        ]}
        rows={entries}
        rowKey={({ number }) => number}
        empty={t('list.empty')}
      />
      <Pagination {...links} />
      <Reasons summary={t('list.howTo')}>
        <p>{t('list.procedure')}</p>
      </Reasons>
    </>
  )
}
