import { Link } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { AppealState } from '#domain/remedies/appeal.ts'
import type { RepairState } from '#domain/remedies/credit-repair.ts'
import type { DataObjectionState } from '#domain/remedies/data-objection.ts'

interface Row {
  readonly number: string
  readonly filedAt: string
  readonly answerDueOn: string
  readonly party: { readonly name: string }
}
/** A row of one of the three remedies: which one it is says the name of its state. */
export type RemedyRow = Row &
  ({ readonly appealState: AppealState } | { readonly repairState: RepairState } | { readonly dataObjectionState: DataObjectionState })

const openStates: readonly string[] = ['FILED', 'UNDER_REVIEW']

function placeOf(row: RemedyRow): 'appeals' | 'repairs' | 'data-objections' {
  if ('appealState' in row) return 'appeals'
  return 'repairState' in row ? 'repairs' : 'data-objections'
}

/** Remedies, one a row. @param base where the viewer's pages of remedies lie: `/regulator`, `/owner`, `/intermediary` */
export function RemedyTable({
  rows,
  base,
  caption,
  empty,
  hasKind = false,
}: {
  readonly rows: readonly RemedyRow[]
  readonly base: string
  readonly caption: string
  readonly empty: string
  /** Of several kinds in one table. */
  readonly hasKind?: boolean
}) {
  const t = useText('remedies')
  const stateOf = (row: RemedyRow) => {
    if ('appealState' in row) return [row.appealState, t(`appealState.${row.appealState}`)] as const
    if ('repairState' in row) return [row.repairState, t(`repairState.${row.repairState}`)] as const
    return [row.dataObjectionState, t(`dataObjectionState.${row.dataObjectionState}`)] as const
  }
  const kinds = { appeals: t('kind.appeal'), repairs: t('kind.repair'), 'data-objections': t('kind.dataObjection') }
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      empty={empty}
      columns={[
        {
          key: 'number',
          title: t('column.number'),
          cell: (row) => (
            <Link to={`${base}/${placeOf(row)}/${row.number}`} className="whitespace-nowrap">
              {row.number}
            </Link>
          ),
        },
        ...(hasKind ? [{ key: 'kind', title: t('column.kind'), cell: (row: RemedyRow) => kinds[placeOf(row)] }] : []),
        ...(hasKind ? [] : [{ key: 'party', title: t('column.party'), cell: ({ party }: RemedyRow) => party.name }]),
        { key: 'filed', title: t('column.filed'), cell: ({ filedAt }) => <Day on={shanghaiDayOf(new Date(filedAt))} /> },
        { key: 'due', title: t('column.due'), cell: ({ answerDueOn }) => <Day on={answerDueOn} /> },
        {
          key: 'state',
          title: t('column.state'),
          cell: (row) => {
            const [state, label] = stateOf(row)
            return <Badge tone={openStates.includes(state) ? 'brand' : 'neutral'}>{label}</Badge>
          },
        },
      ]}
    />
  )
}
