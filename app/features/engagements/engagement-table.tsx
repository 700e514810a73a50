import { Link } from '@remix-run/react'
import { formatFen } from '#domain/kernel/money.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { EngagementRow } from './documents.server.ts'

/** Engagements of one side, the other party named. */
export function EngagementTable({
  rows,
  side,
  empty,
}: {
  readonly rows: readonly EngagementRow[]
  readonly side: 'owner' | 'intermediary'
  readonly empty: string
}) {
  const t = useText('engagements')
  const { language } = usePage()
  return (
    <DataTable
      caption={t('table')}
      isCaptionHidden
      columns={[
        {
          key: 'number',
          title: t('columns.number'),
          cell: ({ number }) => (
            <Link to={`/${side}/engagements/${number}`} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'item', title: t('columns.item'), cell: (row) => (language === 'en' ? row.serviceItemNameEn : row.serviceItemNameZh) },
        {
          key: 'party',
          title: t(side === 'owner' ? 'columns.party' : 'columns.owner'),
          cell: ({ intermediary, owner }) => (side === 'owner' ? intermediary.name : owner.name),
        },
        { key: 'fee', title: t('columns.fee'), cell: ({ feeFen }) => formatFen(feeFen), isNumber: true },
        { key: 'due', title: t('columns.due'), cell: ({ deliverDueOn }) => <Day on={deliverDueOn} /> },
        {
          key: 'state',
          title: t('columns.state'),
          cell: ({ state }) => <Badge tone={state === 'COMPLETED' ? 'ok' : 'neutral'}>{t(`state.${state}`)}</Badge>,
        },
      ]}
      rows={rows}
      rowKey={({ number }) => number}
      empty={empty}
    />
  )
}
