import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'

/** The way back: every level but the page itself, which stands as text at the end. */
export function Breadcrumb({
  parents,
  current,
}: {
  readonly parents: readonly { readonly to: string; readonly label: string }[]
  readonly current: string
}) {
  const t = useText('common')
  return (
    <nav className="crumbs" aria-label={t('breadcrumb')}>
      <ol>
        {parents.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
        <li aria-current="page">{current}</li>
      </ol>
    </nav>
  )
}
