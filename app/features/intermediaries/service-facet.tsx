import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { FacetFold, FacetGroup, FacetOptions } from '#app/ui/facets.tsx'
import type { SearchView } from './search-view.ts'

/** 服务事项: the chosen and the most frequent, all others by agency, found by typing a part of the name. */
export function ServiceFacet({ view: { query, find, facets } }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const search = useText('search')
  const { first, agencies } = facets.services
  return (
    <FacetGroup legend={t('search.facets.item')} name="item" options={first} selected={query.item}>
      {query.item.length > 1 && (
        <label className="facet-option facet-all">
          <input type="checkbox" name="all" value="1" defaultChecked={query.isOfferingAll} />
          <span>{search('services.all')}</span>
        </label>
      )}
      <FacetFold summary={search('services.more')} isOpen={find !== ''}>
        <div className="facet-find">
          <input
            className="input"
            type="search"
            name="find"
            defaultValue={find}
            aria-label={search('services.find')}
            placeholder={search('services.find')}
            maxLength={40}
          />
          <button type="submit" className="btn btn-ghost btn-small">
            {search('services.findButton')}
          </button>
        </div>
        {find !== '' && agencies.length === 0 && <p className="small">{search('services.noneFits', { words: find })}</p>}
        {agencies.map(({ agency, options }) => (
          <FacetFold key={agency} summary={search('services.agency', { agency, count: options.length })} isOpen={find !== ''}>
            <FacetOptions name="item" options={options} selected={query.item} />
          </FacetFold>
        ))}
        <p className="facets-more">
          <Link to="/catalogue">{t('search.moreItems')}</Link>
        </p>
      </FacetFold>
    </FacetGroup>
  )
}
