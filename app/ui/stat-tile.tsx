import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** One figure and what it counts; with `to` the figure leads to the list behind it. */
export function StatTile({
  value,
  label,
  note,
  to,
}: {
  readonly value: ReactNode
  readonly label: string
  readonly note?: ReactNode
  readonly to?: string
}) {
  return (
    <div className="stat-tile">
      <div className="stat-value num">{to ? <Link to={to}>{value}</Link> : value}</div>
      <div>{label}</div>
      {note && <div className="small mute">{note}</div>}
    </div>
  )
}
