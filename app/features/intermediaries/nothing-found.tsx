import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { filtersOf, searchAddress, wholeRegister } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'
import type { SearchView } from './search-view.ts'

/** No result, and the ways out: which one condition to drop, with what that would find. */
export function NothingFound({ view: { relaxations }, query }: { readonly view: SearchView; readonly query: SearchQuery }) {
  const t = useText('intermediaries')
  const search = useText('search')
  const hasFilters = filtersOf(query).length > 0
  return (
    <div className="empty-state">
      <h2>{t('search.empty.title')}</h2>
      {relaxations.length > 0 && (
        <>
          <p>{search('relax.title')}</p>
          <ul className="plain-list">
            {relaxations.map(({ key, count, to }) => (
              <li key={key}>
                <Link to={to}>
                  {key === 'words' ? search('relax.words', { count }) : search('relax.without', { filter: search(`filter.${key}`), count })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {relaxations.length === 0 && hasFilters && (
        <p>
          {search('relax.together')}{' '}
          <Link to={searchAddress({ ...wholeRegister, q: query.q, with: query.with })}>{t('search.clearAll')}</Link>
        </p>
      )}
      {query.q !== '' && <p>{t('search.empty.words')}</p>}
      <p>
        <Link to="/catalogue">{t('search.empty.catalogue')}</Link>
      </p>
    </div>
  )
}
