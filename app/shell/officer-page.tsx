import { Link, useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useText } from '#app/page-context.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Banners } from './banners.tsx'
import { Logo } from './logo.tsx'
import { PreferencesForm } from './preferences-form.tsx'

export interface RailItem {
  readonly to: string
  readonly label: string
  /** What waits there. */
  readonly count?: number
}

/** The frame of those who work here all day: a rail left, the full width for the work. */
export function OfficerPage({
  label,
  items,
  children,
}: {
  readonly label: string
  readonly items: readonly RailItem[]
  readonly children: ReactNode
}) {
  const t = useText('shell')
  const current = currentItem(items, useLocation().pathname)
  return (
    <>
      <Banners />
      <div className="officer">
        <header className="rail">
          <Logo />
          <nav className="rail-nav" aria-label={label}>
            {items.map(({ to, label: text, count }) => (
              <Link key={to} to={to} aria-current={to === current ? 'page' : undefined}>
                {text}
                {count !== undefined && <b className="num">{count}</b>}
              </Link>
            ))}
          </nav>
        </header>
        <div>
          <div className="officer-top" role="region" aria-label={t('tools.label')}>
            <div className="site-tools">
              <PreferencesForm />
              <AccountMenu />
            </div>
          </div>
          <main id="content" tabIndex={-1} className="officer-main">
            {children}
          </main>
        </div>
      </div>
    </>
  )
}

/** The item whose address says most of this page's; an area's front page (`/agency`) only on itself. */
function currentItem(items: readonly RailItem[], pathname: string): string | undefined {
  return items
    .filter(({ to }) => pathname === to || (to.lastIndexOf('/') > 0 && pathname.startsWith(`${to}/`)))
    .map(({ to }) => to)
    .sort((a, b) => b.length - a.length)[0]
}
