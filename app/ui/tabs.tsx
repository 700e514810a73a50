import { NavLink } from '@remix-run/react'

/** Views of one thing, each with its own address. `count` is what waits there. */
export function Tabs({
  label,
  tabs,
}: {
  readonly label: string
  readonly tabs: readonly { readonly to: string; readonly label: string; readonly count?: number }[]
}) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map(({ to, label: text, count }) => (
        <NavLink key={to} to={to} end>
          {text}
          {count !== undefined && <span className="num mute"> {count}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
