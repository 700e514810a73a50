import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { TaskRowData } from './documents.server.ts'
import { taskTones } from './tones.ts'

/** Verification tasks, the earliest due first. */
export function TaskTable({ caption, rows }: { readonly caption: string; readonly rows: readonly TaskRowData[] }) {
  const t = useText('verification')
  const mode = useText('acceptance')
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      rowKey={({ number }) => number}
      empty={t('tasks.empty')}
      columns={[
        {
          key: 'number',
          title: t('tasks.number'),
          cell: ({ number }) => (
            <Link to={`/agency/verification/${number}`} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'due', title: t('tasks.due'), cell: ({ dueOn }) => <Day on={dueOn} /> },
        { key: 'applicant', title: t('tasks.applicant'), cell: ({ commitment }) => commitment.applicant.name },
        { key: 'mode', title: t('tasks.mode'), cell: ({ commitment }) => mode(`mode.${commitment.mode}`) },
        { key: 'source', title: t('tasks.source'), cell: ({ plan }) => plan?.number ?? t('tasks.always') },
        {
          key: 'state',
          title: t('tasks.state'),
          cell: ({ state }) => <Badge tone={taskTones[state]}>{t(`state.${state}`)}</Badge>,
        },
      ]}
    />
  )
}
