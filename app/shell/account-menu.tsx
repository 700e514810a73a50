import { Link, useLocation } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { areasOf } from './navigation.ts'
import { useRootData } from './root-data.ts'

/** Sign in, or who is signed in with the areas of their roles and the way out. */
export function AccountMenu() {
  const t = useText('shell')
  const viewer = useRootData()?.viewer
  const { pathname, search, key } = useLocation()
  if (!viewer) return <Link to={`/sign-in?returnTo=${encodeURIComponent(pathname + search)}`}>{t('account.signIn')}</Link>
  return (
    // A new page closes the menu.
    <details className="account-menu" key={key}>
      <summary>{viewer.name}</summary>
      <div>
        {areasOf(viewer.roles).map(({ key: area, to }) => (
          <Link key={area} to={to}>
            {t(`area.${area}`)}
          </Link>
        ))}
        {viewer.roles.length === 0 && <Link to="/intermediary/entry">{t('account.entry')}</Link>}
        <Link to="/messages">{t('account.messages')}</Link>
        <Link to="/saved-searches">{t('account.savedSearches')}</Link>
        <Link to="/account">{t('account.security')}</Link>
        <form method="post" action="/sign-out">
          <button className="tool-button">{t('account.signOut')}</button>
        </form>
      </div>
    </details>
  )
}
