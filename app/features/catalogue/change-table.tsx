import { Link } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { ChangeRow } from './change-documents.server.ts'

const tabs = ['running', 'published', 'ended', 'all'] as const

/** The list of adjustments with its search and tabs; `base` is where the viewer's own pages of them lie. */
export function ChangeList({
  base,
  title,
  text,
  tab: current,
  changes,
  totalCount,
  links,
}: {
  readonly base: string
  readonly title: string
  readonly text: string
  readonly tab: string
  readonly changes: readonly ChangeRow[]
  readonly totalCount: number | null
  readonly links: { readonly previous?: string; readonly next?: string }
}) {
  const t = useText('catalogueChanges')
  return (
    <>
      <SearchBox action={base} label={t('search')} placeholder={t('search')} button={t('find')} defaultValue={text} />
      <Tabs label={title} tabs={tabs.map((tab) => ({ to: `?tab=${tab}`, label: t(`tabs.${tab}`), isCurrent: tab === current }))} />
      <p className="small mute">{t('found', { count: totalCount ?? 0 })}</p>
      <ChangeTable base={base} rows={changes} />
      <Pagination {...links} />
    </>
  )
}

function ChangeTable({ base, rows }: { readonly base: string; readonly rows: readonly ChangeRow[] }) {
  const t = useText('catalogueChanges')
  const { language } = usePage()
  return (
    <DataTable
      caption={t('title')}
      isCaptionHidden
      columns={[
        {
          key: 'number',
          title: t('columns.number'),
          cell: ({ number }) => (
            <Link to={`${base}/${number}`} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        {
          key: 'item',
          title: t('columns.item'),
          cell: ({ content, itemCode }) => (
            <>
              {nameIn(language, content)} <span className="code small">{itemCode}</span>
            </>
          ),
        },
        { key: 'kind', title: t('columns.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'route', title: t('columns.route'), cell: ({ route }) => t(`route.${route}`) },
        { key: 'state', title: t('columns.state'), cell: ({ state }) => <ChangeState state={state} /> },
        { key: 'agency', title: t('columns.agency'), cell: ({ applyingAgencyName }) => applyingAgencyName },
        { key: 'applied', title: t('columns.applied'), cell: ({ createdAt }) => <Day on={shanghaiDayOf(new Date(createdAt))} /> },
      ]}
      rows={rows}
      rowKey={({ number }) => number}
      empty={t('empty')}
    />
  )
}

/** Where an adjustment stands. */
export function ChangeState({ state }: { readonly state: ChangeRow['state'] }) {
  const t = useText('catalogueChanges')
  const tone = state === 'PUBLISHED' || state === 'FILED' ? 'ok' : state === 'RETURNED' || state === 'REJECTED' ? 'warn' : 'neutral'
  return <Badge tone={tone}>{t(`state.${state}`)}</Badge>
}
