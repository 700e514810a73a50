import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Instant } from '#app/ui/day.tsx'
import type { SelectionAlert } from './load-alerts.server.ts'

/** Signals that a rule raised about a selection. They decide nothing; each has a page where a person looks into it. */
export function SelectionAlerts({ rows }: { readonly rows: readonly SelectionAlert[] }) {
  const t = useText('selection')
  const supervision = useText('supervision')
  if (rows.length === 0) return <p>{t('supervise.noAlerts')}</p>
  return (
    <ul className="plain-list">
      {rows.map(({ number, kind, raisedAt }) => (
        <li key={number}>
          <Link to={`/regulator/alerts/${number}`}>{supervision(`kind.${kind}`)}</Link>
          <div className="small mute">
            <Instant at={raisedAt} />
          </div>
        </li>
      ))}
    </ul>
  )
}
