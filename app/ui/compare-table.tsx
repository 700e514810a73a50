import type { ReactNode } from 'react'

/** Up to four things side by side, all columns alike. A row is a property; where the things are not alike, its name says so. */
export function CompareTable({
  caption,
  things,
  rows,
  differs,
}: {
  readonly caption: string
  readonly things: readonly { readonly key: string; readonly title: ReactNode }[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly ReactNode[]; readonly isDifferent?: boolean }[]
  /** The word beside the name of a row that differs. */
  readonly differs?: string
}) {
  return (
    <div className="table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table className="compare-table">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <td />
            {things.map(({ key, title }) => (
              <th key={key} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells, isDifferent = false }) => (
            <tr key={label} className={isDifferent ? 'compare-differs' : undefined}>
              <th scope="row">
                {label}
                {isDifferent && differs && (
                  <span className="compare-mark">
                    <span aria-hidden="true">≠</span> {differs}
                  </span>
                )}
              </th>
              {things.map(({ key }, index) => (
                <td key={key}>{cells[index] ?? '—'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
