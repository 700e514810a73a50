import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { ChangeStateBadge } from './change-state.tsx'
import type { ChangeRow } from './upkeep-documents.server.ts'

/** Changes as rows: the firm's own history, or with the institutions the queue of the reform office. */
export function ChangeTable({
  rows,
  caption,
  empty,
  toChange,
  hasInstitution = false,
}: {
  readonly rows: readonly ChangeRow[]
  readonly caption: string
  readonly empty: string
  readonly toChange: (number: string) => string
  readonly hasInstitution?: boolean
}) {
  const t = useText('upkeep')
  const institution = {
    key: 'institution',
    title: t('field.institution'),
    cell: ({ intermediary: { name, uscc } }: ChangeRow) => (
      <>
        {name}
        <div className="small mute code">{uscc}</div>
      </>
    ),
  }
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      empty={empty}
      columns={[
        { key: 'number', title: t('field.number'), cell: ({ number }) => <Link to={toChange(number)}>{number}</Link> },
        ...(hasInstitution ? [institution] : []),
        { key: 'kind', title: t('field.changeKind'), cell: ({ kind }) => t(`kind.${kind}`) },
        { key: 'submitted', title: t('field.submittedAt'), cell: ({ submittedAt }) => <Instant at={submittedAt} /> },
        {
          key: 'due',
          title: t('field.checkDueOn'),
          cell: ({ state, checkDueOn, isOverdue }) =>
            state === 'SUBMITTED' ? (
              <>
                <Day on={checkDueOn} /> {isOverdue && <Badge tone="seal">{t('overdue')}</Badge>}
              </>
            ) : (
              '—'
            ),
        },
        { key: 'state', title: t('field.state'), cell: (row) => <ChangeStateBadge of={row} /> },
      ]}
    />
  )
}
