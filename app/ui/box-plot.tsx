import { useText } from '#app/page-context.tsx'

export interface BoxPlotMark {
  readonly label: string
  readonly value: number
  /** The value as people read it: '¥28,000'. */
  readonly text: string
}

const [width, left, right, middle] = [600, 24, 576, 68]

/**
 * How values spread: whiskers from the lowest to the highest, a box over the middle half, a line at the median, and one's own value
 * as a diamond. Drawn on the server; the table behind it says the same in words.
 */
export function BoxPlot({
  title,
  valueTitle,
  five,
  own,
}: {
  readonly title: string
  readonly valueTitle: string
  /** Lowest, lower quartile, median, upper quartile, highest. */
  readonly five: readonly [BoxPlotMark, BoxPlotMark, BoxPlotMark, BoxPlotMark, BoxPlotMark]
  readonly own?: BoxPlotMark | undefined
}) {
  const t = useText('common')
  const [lowest, lower, median, upper, highest] = five
  const from = Math.min(lowest.value, own?.value ?? lowest.value)
  const to = Math.max(highest.value, own?.value ?? highest.value)
  const x = (value: number) => (to === from ? width / 2 : left + ((value - from) / (to - from)) * (right - left))
  const marks = own ? [...five, own] : five
  return (
    <figure className="chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${width} 150`} className="box-plot" aria-hidden="true">
        <line x1={x(lowest.value)} x2={x(highest.value)} y1={middle} y2={middle} className="box-whisker" />
        {[lowest, highest].map(({ label, value }) => (
          <line key={label} x1={x(value)} x2={x(value)} y1={middle - 12} y2={middle + 12} className="box-whisker" />
        ))}
        <rect x={x(lower.value)} width={Math.max(2, x(upper.value) - x(lower.value))} y={middle - 18} height="36" className="box-half" />
        <line x1={x(median.value)} x2={x(median.value)} y1={middle - 18} y2={middle + 18} className="box-median" />
        <text x={left} y="140">
          {lowest.text}
        </text>
        <text x={right} y="140" textAnchor="end">
          {highest.text}
        </text>
        <text x={x(median.value)} y={middle - 28} textAnchor={anchorOf(x(median.value))} className="chart-last">
          {`${median.label} ${median.text}`}
        </text>
        {own && (
          <>
            <path d={`M ${x(own.value)} ${middle - 11} l 9 11 l -9 11 l -9 -11 z`} className="box-own" />
            <text x={x(own.value)} y={middle + 44} textAnchor={anchorOf(x(own.value))} className="box-own-text">
              {`${own.label} ${own.text}`}
            </text>
          </>
        )}
      </svg>
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
            {marks.map(({ label, text }) => (
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

/** Words near an end stay inside the picture. */
const anchorOf = (x: number): 'start' | 'middle' | 'end' => (x < width * 0.25 ? 'start' : x > width * 0.75 ? 'end' : 'middle')
