import { Link, NavLink } from '@remix-run/react'

/** Views of one thing, each with its own address. `count` is what waits there; say `isCurrent` where the addresses differ only after the `?`. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly { readonly to: string; readonly label: string; readonly count?: number; readonly isCurrent?: boolean }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, label: text, count, isCurrent }) => {
        const words = (
          <>
            {text}
            {count !== undefined && <span className="num mute"> {count}</span>}
          </>
        )
        return isCurrent === undefined ? (
          <NavLink key={to} to={to} end>
            {words}
          </NavLink>
        ) : (
          <Link key={to} to={to} aria-current={isCurrent ? 'page' : undefined}>
            {words}
          </Link>
        )
      })}
    </nav>
  )
}
