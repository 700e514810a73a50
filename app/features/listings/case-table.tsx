import { Link } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import type { CaseRow } from './documents.server.ts'
import { nameIn } from './name-in.ts'

/** Cases, one a row; `toCase` is where the viewer's own page of a case lies. */
export function CaseTable({
  rows,
  toCase,
  empty,
  isCaptionHidden = true,
}: {
  readonly rows: readonly CaseRow[]
  readonly toCase: (number: string) => string
  readonly empty: string
  readonly isCaptionHidden?: boolean
}) {
  const t = useText('listings')
  const { language } = usePage()
  return (
    <DataTable
      caption={t('cases.title')}
      isCaptionHidden={isCaptionHidden}
      columns={[
        {
          key: 'number',
          title: t('cases.number'),
          cell: ({ number }) => (
            <Link to={toCase(number)} className="whitespace-nowrap">
              {number}
            </Link>
          ),
        },
        { key: 'party', title: t('cases.party'), cell: ({ party }) => party.name },
        {
          key: 'violation',
          title: t('cases.violation'),
          cell: ({ violation }) => (violation ? nameIn(language, violation) : t('cases.broken')),
        },
        {
          key: 'state',
          title: t('cases.state'),
          cell: ({ state }) => <Badge tone={state === 'DECIDED_LISTED' ? 'black' : 'neutral'}>{t(`state.${state}`)}</Badge>,
        },
        { key: 'reported', title: t('cases.reported'), cell: ({ reportedAt }) => <Day on={shanghaiDayOf(new Date(reportedAt))} /> },
      ]}
      rows={rows}
      rowKey={({ number }) => number}
      empty={empty}
    />
  )
}
