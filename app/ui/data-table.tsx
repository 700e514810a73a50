import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand right. */
  readonly isNumber?: boolean
  /** Where clicking the heading leads; with `sorted` the present direction. */
  readonly sortTo?: string
  readonly sorted?: 'ascending' | 'descending'
}

/** Rows of one kind. The first column names the row. Scrolls inside itself on narrow screens; the head stays in view. */
export function DataTable<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  rowKey,
  empty,
  error,
}: {
  readonly caption: string
  readonly isCaptionHidden?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What to say, and to do next, when there are no rows. */
  readonly empty: ReactNode
  /** Instead of rows, when they could not be had. */
  readonly error?: ReactNode
}) {
  return (
    <div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className="data-table">
        <caption className={isCaptionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumber, sortTo, sorted }) => (
              <th key={key} scope="col" className={isNumber ? 'number' : undefined} aria-sort={sorted}>
                {sortTo ? (
                  <Link to={sortTo}>
                    {title} <span aria-hidden="true">{sorted === 'ascending' ? '▲' : sorted === 'descending' ? '▼' : '↕'}</span>
                  </Link>
                ) : (
                  title
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {error || rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length} className="table-message">
                {error ? (
                  <span role="alert" className="table-error">
                    {error}
                  </span>
                ) : (
                  empty
                )}
              </td>
            </tr>
          ) : (
            rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map(({ key, cell, isNumber }, index) => {
                  const content = cell(row)
                  const className = isNumber ? 'number' : undefined
                  return index === 0 ? (
                    <th key={key} scope="row" className={className}>
                      {content}
                    </th>
                  ) : (
                    <td key={key} className={className}>
                      {content}
                    </td>
                  )
                })}
              </tr>
            ))
          )}
        </tbody>
      </table>
    </div>
  )
}
