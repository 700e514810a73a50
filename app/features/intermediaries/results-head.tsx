import { Link } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { searchAddress, sortKeys } from './search-query.ts'
import type { SearchQuery } from './search-query.ts'
import type { SearchView } from './search-view.ts'

/** How many were found, the order to choose, and how the words were read. */
export function ResultsHead({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const search = useText('search')
  const { query, focusItems, total, isEstimated, tier, isBasic } = view
  const bold = {
    b: (text: string) => (
      <b key="b" className="num">
        {text}
      </b>
    ),
  }
  const isOneItem = focusItems.length === 1 && (query.item.length === 1 || total > 0)
  return (
    <>
      <div className="results-head">
        <p role="status">
          {isEstimated && `${search('about')} `}
          {isOneItem
            ? t.rich('search.foundForItem', bold, { count: total, item: focusItems[0] ?? '' })
            : t.rich('search.found', bold, { count: total })}
        </p>
        <div className="results-sort">
          <label htmlFor="sort">{t('search.sort')}</label>
          <select id="sort" name="sort" className="input input-select" defaultValue={query.sort}>
            {sortKeys.map((key) => (
              <option key={key} value={key}>
                {t(`search.sorts.${key}`)}
              </option>
            ))}
          </select>
          <button type="submit" className="btn btn-ghost btn-small">
            {t('search.applySort')}
          </button>
        </div>
      </div>
      {t(`search.tiers.${tier}`) !== '' && total > 0 && <p className="small">{t(`search.tiers.${tier}`)}</p>}
      {isBasic && <p className="small mute">{search('basic')}</p>}
    </>
  )
}

/** 中立排序: the criteria and the day's seed, in one line above the list. */
export function ResultsOrder({ view: { query, seed } }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  return (
    <p className="order-note">
      {t(`search.order.${query.sort}`, { seed })} <Link to="/about-ranking">{t('search.howOrdered')}</Link>
    </p>
  )
}

const mostReached = 1000

/** The pages of the list, as far as they go. */
export function ResultsPages({ view: { page, pageCount, total }, query }: { readonly view: SearchView; readonly query: SearchQuery }) {
  const t = useText('intermediaries')
  const toPage = (number: number) => searchAddress(query, { page: number })
  return (
    <>
      {total > mostReached && page === pageCount && <p className="small mute">{t('search.capped', { most: mostReached })}</p>}
      <Pagination
        previous={page > 1 ? toPage(page - 1) : undefined}
        next={page < pageCount ? toPage(page + 1) : undefined}
        page={page}
        pageCount={pageCount}
        toPage={toPage}
      />
    </>
  )
}
