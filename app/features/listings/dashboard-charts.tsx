import { Link } from '@remix-run/react'
import type { ResultOf } from '#app/graphql.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { BarChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { DashboardDocument } from './documents.server.ts'

type Dashboard = ResultOf<typeof DashboardDocument>

/** Open cases by how long they have been open. */
export function CaseAges({ ages }: { readonly ages: Dashboard['openCaseAges'] }) {
  const t = useText('listings')
  const points = ages.map(({ age, count }) => ({
    label: t(`dashboard.age.${age}`),
    value: count,
    text: String(count),
    isBad: age === 'LONGER',
  }))
  return (
    <Sheet title={t('dashboard.ages')}>
      <BarChart title={t('dashboard.agesChart')} valueTitle={t('dashboard.count')} points={points} />
    </Sheet>
  )
}

const placeOf: Readonly<Record<Dashboard['deadlinesAhead'][number]['kind'], (number: string) => string>> = {
  INVESTIGATION: (number) => `/regulator/cases/${number}`,
  DEFENCE: (number) => `/regulator/cases/${number}`,
  HEARING: (number) => `/regulator/cases/${number}`,
  APPEAL: (number) => `/regulator/appeals/${number}`,
  REPAIR: (number) => `/regulator/repairs/${number}`,
  DATA_OBJECTION: (number) => `/regulator/data-objections/${number}`,
  RED_LIST_OBJECTION: (number) => `/regulator/red-list/${number}`,
}

/** What is due next in every procedure, overdue first. */
export function Deadlines({ deadlines }: { readonly deadlines: Dashboard['deadlinesAhead'] }) {
  const t = useText('listings')
  return (
    <Sheet title={t('dashboard.deadlines')}>
      <DataTable
        caption={t('dashboard.deadlineTable')}
        isCaptionHidden
        columns={[
          {
            key: 'due',
            title: t('dashboard.due'),
            cell: ({ dueOn, isOverdue }) => (
              <>
                <Day on={dueOn} /> {isOverdue && <Badge tone="seal">{t('dashboard.overdue')}</Badge>}
              </>
            ),
          },
          { key: 'kind', title: t('dashboard.what'), cell: ({ kind }) => t(`dashboard.deadline.${kind}`) },
          { key: 'number', title: t('cases.number'), cell: ({ kind, number }) => <Link to={placeOf[kind](number)}>{number}</Link> },
          { key: 'party', title: t('cases.party'), cell: ({ partyName }) => partyName },
        ]}
        rows={deadlines}
        rowKey={({ kind, number, dueOn }) => `${kind} ${number} ${dueOn}`}
        empty={t('dashboard.noDeadlines')}
      />
    </Sheet>
  )
}

/** How the decisions of each quarter fared on appeal. */
export function Outcomes({ outcomes }: { readonly outcomes: Dashboard['decisionOutcomes'] }) {
  const t = useText('listings')
  const points = (['decided', 'appealed', 'upheld', 'varied', 'annulled'] as const).map((name) => {
    const value = outcomes.reduce((sum, quarter) => sum + quarter[name], 0)
    return { label: t(`dashboard.outcome.${name}`), value, text: String(value), isBad: name === 'annulled' }
  })
  const counts = (['decided', 'listed', 'appealed', 'upheld', 'varied', 'annulled'] as const).map((name) => ({
    key: name,
    title: t(`dashboard.outcome.${name}`),
    isNumber: true,
    cell: (row: Dashboard['decisionOutcomes'][number]) => row[name],
  }))
  return (
    <Sheet title={t('dashboard.outcomes')}>
      <p className="small mute mb-3">{t('dashboard.outcomesLead')}</p>
      <BarChart title={t('dashboard.outcomesChart')} valueTitle={t('dashboard.count')} points={points} />
      <DataTable
        caption={t('dashboard.outcomesTable')}
        columns={[{ key: 'quarter', title: t('dashboard.quarter'), cell: ({ quarter }) => quarter }, ...counts]}
        rows={outcomes}
        rowKey={({ quarter }) => quarter}
        empty={t('dashboard.noOutcomes')}
      />
    </Sheet>
  )
}
