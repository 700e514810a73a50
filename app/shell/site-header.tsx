import { Form, NavLink, useLocation } from '@remix-run/react'
import { SuggestingInput } from '#app/features/intermediaries/suggesting-input.tsx'
import { useText } from '#app/page-context.tsx'
import { AccountMenu } from './account-menu.tsx'
import { Logo } from './logo.tsx'
import { publicNavigation } from './navigation.ts'
import { PreferencesForm } from './preferences-form.tsx'

/** Two search boxes on one page would make the reader choose. */
const pagesWithSearch: readonly string[] = ['/', '/intermediaries']

/** Logo, the public navigation (its own scrolling line on a phone), search, tools. */
export function SiteHeader() {
  const t = useText('shell')
  const hasOwnSearch = pagesWithSearch.includes(useLocation().pathname)
  return (
    <header className="site-header">
      <div className="wrap">
        <Logo />
        <nav className="site-nav" aria-label={t('nav.label')}>
          {publicNavigation.map(({ key, to }) => (
            <NavLink key={key} to={to}>
              {t(`nav.${key}`)}
            </NavLink>
          ))}
        </nav>
        {!hasOwnSearch && (
          <Form action="/intermediaries" role="search" aria-label={t('search.label')} className="header-search">
            <SuggestingInput
              className="input"
              type="search"
              name="q"
              aria-label={t('search.label')}
              placeholder={t('search.placeholder')}
              maxLength={100}
            />
            <button className="btn btn-ghost" aria-label={t('search.button')}>
              <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
                <circle cx="6.5" cy="6.5" r="4.5" />
                <path d="M10 10l5 5" />
              </svg>
            </button>
          </Form>
        )}
        <div className="site-tools">
          <PreferencesForm />
          <AccountMenu />
        </div>
      </div>
    </header>
  )
}
