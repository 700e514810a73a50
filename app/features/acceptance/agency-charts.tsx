import { useText } from '#app/page-context.tsx'
import { LineChart } from '#app/ui/chart.tsx'
import type { AgencyMonth } from './agenda-documents.server.ts'

/** A part of a whole in percent, to one decimal; null where there is no whole. */
export const percentOf = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((part / whole) * 1000) / 10)

/** To one decimal; null where nothing was counted. */
export const averageOf = (sum: number, count: number): number | null => (count === 0 ? null : Math.round((sum / count) * 10) / 10)

/** The three courses over the months; a month without cases stands as nothing, not as nought. */
export function AgencyCharts({ months }: { readonly months: readonly AgencyMonth[] }) {
  const t = useText('workload')
  const percent = (value: number | null) => (value === null ? t('statistics.nothing') : t('statistics.percent', { value: String(value) }))
  const days = (value: number | null) => (value === null ? t('statistics.nothing') : t('statistics.days', { count: value }))
  const course = (title: string, valueOf: (one: AgencyMonth) => number | null, text: (value: number | null) => string, max?: number) => (
    <LineChart
      title={title}
      valueTitle={title}
      points={months.map((one) => ({ label: one.month, value: valueOf(one), text: text(valueOf(one)) }))}
      {...(max === undefined ? {} : { max })}
    />
  )
  return (
    <>
      {course(t('statistics.toleranceRate'), ({ tolerant, accepted }) => percentOf(tolerant, accepted), percent, 100)}
      <p className="small mute mb-6">{t('statistics.toleranceRateNote')}</p>
      {course(t('statistics.keptRate'), ({ kept, broken }) => percentOf(kept, kept + broken), percent, 100)}
      <p className="small mute mb-6">{t('statistics.keptRateNote')}</p>
      {course(t('statistics.daysSaved'), ({ daysSaved, savedCases }) => averageOf(daysSaved, savedCases), days)}
      <p className="small mute mb-6">{t('statistics.daysSavedNote')}</p>
    </>
  )
}
