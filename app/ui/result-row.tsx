import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

/** One found thing. Every result has the same shape and size: a state is told by badge and text, never by fading or place. */
export function ResultRow({
  mark,
  to,
  title,
  badges,
  code,
  match,
  facts = [],
  note,
  side,
}: {
  /** A grade badge or the like, left. */
  readonly mark?: ReactNode
  readonly to: string
  readonly title: ReactNode
  readonly badges?: ReactNode
  readonly code?: ReactNode
  /** Why it was found. */
  readonly match?: ReactNode
  readonly facts?: readonly ReactNode[]
  readonly note?: ReactNode
  /** The figure people compare, right. */
  readonly side?: ReactNode
}) {
  return (
    <article className={mark ? 'result-row' : 'result-row result-row-plain'}>
      {mark}
      <div>
        <h3>
          <Link to={to}>{title}</Link> {badges}
        </h3>
        {code && <div className="small mute">{code}</div>}
        {match}
        {facts.length > 0 && (
          <ul className="facts">
            {facts.map((fact, index) => (
              <li key={index}>{fact}</li>
            ))}
          </ul>
        )}
        {note && <p className="small result-note">{note}</p>}
      </div>
      {side && <div className="result-side">{side}</div>}
    </article>
  )
}
