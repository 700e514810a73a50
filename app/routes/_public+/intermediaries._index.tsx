import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData, useNavigation } from '@remix-run/react'
import { loadSearch } from '#app/features/intermediaries/load-search.server.ts'
import { ActiveFilters, SearchFilters } from '#app/features/intermediaries/search-filters.tsx'
import type { SearchView } from '#app/features/intermediaries/search-filters.tsx'
import { SearchHitRow } from '#app/features/intermediaries/search-hit.tsx'
import { searchAddress, sortKeys } from '#app/features/intermediaries/search-query.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'intermediaries')
  const view = await loadSearch(args)
  return { ...view, title: view.query.q === '' ? t('title') : `${view.query.q} · ${t('title')}` }
}

/** 找机构: one GET form, so that every search has an address and works without scripts. */
export default function SearchPage() {
  const view = useLoaderData<typeof loader>()
  const t = useText('intermediaries')
  const common = useText('common')
  const isLoading = useNavigation().location?.pathname === '/intermediaries'
  const { query } = view
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={t('nav')} />
      <PageHeading title={t('title')} />
      <Form action="/intermediaries" role="search" aria-label={t('title')} key={searchAddress(query, { page: query.page })}>
        <div className="search-box">
          <label htmlFor="q" className="sr-only">
            {t('search.label')}
          </label>
          <input id="q" type="search" name="q" className="input" defaultValue={query.q} placeholder={t('search.label')} maxLength={100} />
          <button type="submit" className="btn btn-primary">
            {t('search.button')}
          </button>
        </div>
        <div className="search-columns search-page">
          <aside aria-label={t('search.filters')}>
            <SearchFilters view={view} />
          </aside>
          <section aria-label={t('search.results')} aria-busy={isLoading}>
            <ResultsHead view={view} />
            <ActiveFilters view={view} />
            {view.total === 0 ? <NothingFound view={view} /> : <Results view={view} />}
          </section>
        </div>
      </Form>
    </>
  )
}

function ResultsHead({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const { query, focusItems, total } = view
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
      {t(`search.tiers.${view.tier}`) !== '' && total > 0 && <p className="small">{t(`search.tiers.${view.tier}`)}</p>}
    </>
  )
}

function Results({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const { query, page, pageCount, hits, seed, total } = view
  const toPage = (number: number) => searchAddress(query, { page: number })
  return (
    <>
      <p className="order-note">
        {t(`search.order.${query.sort}`, { seed })} <Link to="/about-ranking">{t('search.howOrdered')}</Link>
      </p>
      <h2 className="sr-only">{t('search.results')}</h2>
      {hits.map((hit) => (
        <SearchHitRow key={hit.uscc} hit={hit} />
      ))}
      {total > 1000 && page === pageCount && <p className="small mute">{t('search.capped', { most: 1000 })}</p>}
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

function NothingFound({ view: { query } }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const hasFilters = searchAddress({ ...query, q: '', sort: 'RELEVANCE' }) !== '/intermediaries'
  return (
    <div className="empty-state">
      <h2>{t('search.empty.title')}</h2>
      {hasFilters && (
        <p>
          {t('search.empty.filters')}{' '}
          <Link to={query.q === '' ? '/intermediaries' : `/intermediaries?q=${encodeURIComponent(query.q)}`}>{t('search.clearAll')}</Link>
        </p>
      )}
      {query.q !== '' && <p>{t('search.empty.words')}</p>}
      <p>
        <Link to="/catalogue">{t('search.empty.catalogue')}</Link>
      </p>
    </div>
  )
}
