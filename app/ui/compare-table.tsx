import type { ReactNode } from 'react'

/** Up to four things side by side, all columns alike. A row is a property. */
export function CompareTable({
  caption,
  things,
  rows,
}: {
  readonly caption: string
  readonly things: readonly { readonly key: string; readonly title: ReactNode }[]
  readonly rows: readonly { readonly label: string; readonly cells: readonly ReactNode[] }[]
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
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
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
