import { formatFen } from '#domain/kernel/money.ts'
import { feeSentence } from '#app/features/catalogue/fee-words.ts'
import type { OfferingHistoryFields } from '#app/features/catalogue/fee-fragments.server.ts'
import type { ResultOf } from '#app/graphql.ts'
import { useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { LineChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'

export type OfferingVersion = ResultOf<typeof OfferingHistoryFields>

/** 收费历史 of one offering: the course of its reference fee, and every version with its day and reason. `versions` begins with the latest. */
export function OfferingHistory({ item, versions }: { readonly item: string; readonly versions: readonly OfferingVersion[] }) {
  const t = useText('fees')
  const [latest] = versions
  if (versions.length <= 1) return <p className="small mute">{t('history.unchanged')}</p>
  const course = versions.toReversed().filter(({ isWithdrawn }) => !isWithdrawn)
  return (
    <>
      <LineChart
        title={t('history.chart')}
        valueTitle={t('history.fee')}
        points={course.map(({ version, fromAt, feeFen }) => ({
          label: `${fromAt.slice(0, 10)} · v${version}`,
          value: feeFen,
          text: formatFen(feeFen),
        }))}
      />
      <DataTable<OfferingVersion>
        caption={t('history.of', { item })}
        rows={versions}
        rowKey={({ version }) => String(version)}
        empty={t('history.unchanged')}
        columns={[
          {
            key: 'from',
            title: t('history.from'),
            cell: ({ fromAt, version }) => (
              <>
                <Instant at={fromAt} /> {version === latest?.version && <Badge tone="brand">{t('history.current')}</Badge>}
              </>
            ),
          },
          {
            key: 'what',
            title: t('history.what'),
            cell: ({ feeSchedule, isWithdrawn }) => (isWithdrawn ? t('history.withdrawn') : feeSentence(feeSchedule, t)),
          },
          {
            key: 'fee',
            title: t('history.fee'),
            isNumber: true,
            cell: ({ feeFen, isWithdrawn }) => (isWithdrawn ? '—' : formatFen(feeFen)),
          },
          {
            key: 'days',
            title: t('history.days'),
            isNumber: true,
            cell: ({ promisedWorkingDays }) => t('calculator.daysValue', { days: promisedWorkingDays }),
          },
          { key: 'reason', title: t('history.reason'), cell: ({ reason }) => reason },
        ]}
      />
      <p className="small mute">{t('history.referenceNote')}</p>
    </>
  )
}
