import type { ReactNode } from 'react'
import { useText } from '#app/page-context.tsx'

export interface ChartPoint {
  readonly label: string
  readonly value: number
  /** The value as people read it: '98%', '¥28,000'. */
  readonly text: string
  /** Marks a value below the line, such as points lost. */
  readonly isBad?: boolean
}

/** A point of a course; null where nothing was counted, which is not the same as nought. */
export interface CoursePoint extends Omit<ChartPoint, 'value'> {
  readonly value: number | null
}

/** Picture and the table behind it. */
function ChartFigure({
  title,
  points,
  valueTitle,
  children,
}: {
  readonly title: string
  readonly points: readonly Pick<ChartPoint, 'label' | 'text'>[]
  readonly valueTitle: string
  readonly children: ReactNode
}) {
  const t = useText('common')
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      {children}
      <details className="reasons">
        <summary>{t('viewAsTable')}</summary>
        <table className="data-table">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col" className="number">
                {valueTitle}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, text }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="number">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}

interface ChartProps {
  readonly title: string
  readonly valueTitle: string
  readonly points: readonly ChartPoint[]
  /** The right or upper end of the scale; the largest value if not given. */
  readonly max?: number
}

const scaleOf = (points: readonly CoursePoint[], max?: number): number =>
  max ?? Math.max(1, ...points.map(({ value }) => Math.abs(value ?? 0)))

/** Horizontal bars with their labels: ranks, shares, parts of a score. */
export function BarChart({ title, valueTitle, points, max }: ChartProps) {
  const scale = scaleOf(points, max)
  return (
    <ChartFigure title={title} points={points} valueTitle={valueTitle}>
      <div aria-hidden="true">
        {points.map(({ label, value, text, isBad }) => (
          <div key={label} className="chart-bar">
            <span>{label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" className={isBad ? 'chart-bad' : undefined}>
              <rect className="chart-track" width="100" height="10" />
              <rect className="chart-fill" width={Math.min(100, (Math.abs(value) / scale) * 100)} height="10" />
            </svg>
            <b className="num">{text}</b>
          </div>
        ))}
      </div>
    </ChartFigure>
  )
}

interface LineChartProps extends Omit<ChartProps, 'points'> {
  readonly points: readonly CoursePoint[]
}

/** A course over time; it goes from one counted point to the next. */
export function LineChart({ title, valueTitle, points, max }: LineChartProps) {
  const scale = scaleOf(points, max)
  const width = 600
  const height = 160
  const place = (index: number, value: number) => {
    const x = points.length > 1 ? (index / (points.length - 1)) * (width - 40) + 20 : width / 2
    return [x, height - 12 - (Math.max(0, value) / scale) * (height - 36)] as const
  }
  const places = points.flatMap(({ label, value, text }, index) => {
    if (value === null) return []
    const [x, y] = place(index, value)
    return [{ label, text, x, y }]
  })
  const first = points[0]
  const last = points.at(-1)
  const latest = places.at(-1)
  return (
    <ChartFigure title={title} points={points} valueTitle={valueTitle}>
      <svg viewBox={`0 0 ${width} ${height + 24}`} className="chart-line" aria-hidden="true">
        <line x1="0" x2={width} y1={height - 12} y2={height - 12} className="chart-axis" />
        <polyline points={places.map(({ x, y }) => `${x},${y}`).join(' ')} className="chart-path" />
        {places.map(({ label, x, y }) => (
          <circle key={label} cx={x} cy={y} r="4" className="chart-dot" />
        ))}
        {first && (
          <text x="20" y={height + 12}>
            {first.label}
          </text>
        )}
        {last && (
          <text x={width - 20} y={height + 12} textAnchor="end">
            {last.label}
          </text>
        )}
        {latest && (
          <text x={latest.x} y={latest.y - 10} textAnchor="end" className="chart-last">
            {latest.text}
          </text>
        )}
      </svg>
    </ChartFigure>
  )
}
