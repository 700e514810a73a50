import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { chipsOf } from './filter-labels.ts'
import { searchAddress, wholeRegister } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'
import type { SearchView } from './search-view.ts'

/** The filters in use, each with its way out. */
export function ActiveFilters({ view, query }: { readonly view: SearchView; readonly query: SearchQuery }) {
  const t = useText('intermediaries')
  const search = useText('search')
  const chips = chipsOf(view, query, t, search)
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={t('search.active')}>
      {chips.map(({ label, to }) => (
        <li key={to}>
          <Link to={to} aria-label={t('search.remove', { label })}>
            {label} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={searchAddress({ ...wholeRegister, q: query.q, with: query.with })}>{t('search.clearAll')}</Link>
      </li>
    </ul>
  )
}
