import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AgencyCharts, averageOf, percentOf } from '#app/features/acceptance/agency-charts.tsx'
import { AgencyStatisticsDocument } from '#app/features/acceptance/agenda-documents.server.ts'
import type { AgencyMonth } from '#app/features/acceptance/agenda-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'

export const meta = titleMeta

const MONTHS = 12

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'workload')
  const { agencyStatistics } = await runOperation({ request, context }, AgencyStatisticsDocument, { months: MONTHS })
  return { title: t('statistics.title'), months: agencyStatistics }
}

type Figure = Exclude<keyof AgencyMonth, 'month'>

/** How tolerance is used at the agency and what becomes of its promises. */
export default function Statistics() {
  const { title, months } = useLoaderData<typeof loader>()
  const t = useText('workload')
  const sum = (figure: Figure) => months.reduce((total, one) => total + one[figure], 0)
  const shown = (value: number | null, as: (value: number) => string) => (value === null ? t('statistics.nothing') : as(value))
  const percent = (value: number) => t('statistics.percent', { value: String(value) })
  return (
    <>
      <PageHeading title={title} lead={t('statistics.lead', { months: MONTHS })} />
      <div className="stat-tiles">
        <StatTile
          value={shown(percentOf(sum('tolerant'), sum('accepted')), percent)}
          label={t('statistics.toleranceRate')}
          note={t('statistics.summary')}
        />
        <StatTile
          value={shown(percentOf(sum('kept'), sum('kept') + sum('broken')), percent)}
          label={t('statistics.keptRate')}
          note={t('statistics.summary')}
        />
        <StatTile
          value={shown(averageOf(sum('daysSaved'), sum('savedCases')), (count) => t('statistics.days', { count }))}
          label={t('statistics.daysSaved')}
          note={t('statistics.summary')}
        />
      </div>
      <AgencyCharts months={months} />
      <h2 className="mb-3">{t('statistics.table')}</h2>
      <DataTable
        caption={t('statistics.table')}
        isCaptionHidden
        rows={months.toReversed()}
        rowKey={({ month }) => month}
        empty={t('statistics.nothing')}
        columns={[
          { key: 'month', title: t('statistics.month'), cell: ({ month }) => <span className="num">{month}</span> },
          ...(['accepted', 'tolerant', 'kept', 'broken'] as const).map((figure) => ({
            key: figure,
            title: t(`statistics.${figure}`),
            isNumber: true,
            cell: (one: AgencyMonth) => one[figure],
          })),
        ]}
      />
    </>
  )
}
