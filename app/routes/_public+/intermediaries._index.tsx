import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData, useNavigation } from '@remix-run/react'
import { ActiveFilters } from '#app/features/intermediaries/active-filters.tsx'
import { CompareTray } from '#app/features/intermediaries/compare-tray.tsx'
import { loadSearch } from '#app/features/intermediaries/load-search.server.ts'
import { NothingFound } from '#app/features/intermediaries/nothing-found.tsx'
import { ResultsHead, ResultsOrder, ResultsPages } from '#app/features/intermediaries/results-head.tsx'
import { SearchFilters } from '#app/features/intermediaries/search-filters.tsx'
import { SearchHitRow } from '#app/features/intermediaries/search-hit.tsx'
import { searchAddress, searchPath } from '#app/features/intermediaries/search-query.ts'
import type { SearchView } from '#app/features/intermediaries/search-view.ts'
import { ShareSearch } from '#app/features/intermediaries/share-search.tsx'
import { SuggestingInput } from '#app/features/intermediaries/suggesting-input.tsx'
import { usePicking } from '#app/features/intermediaries/use-picking.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'intermediaries')
  const view = await loadSearch(args)
  return { ...view, title: view.query.q === '' ? t('title') : `${view.query.q} · ${t('title')}` }
}

/** 找机构: one GET form, so that every search has an address and works without scripts. */
export default function SearchPage() {
  const view = useLoaderData<typeof loader>() as SearchView
  const t = useText('intermediaries')
  const common = useText('common')
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={t('nav')} />
      <PageHeading title={t('title')} />
      {/* A new address is a new form: its boxes follow the address. */}
      <SearchForm key={`${searchAddress(view.query, { page: view.query.page })} ${view.find}`} view={view} />
      <ShareSearch query={view.query} />
    </>
  )
}

function SearchForm({ view }: { readonly view: SearchView }) {
  const t = useText('intermediaries')
  const isLoading = useNavigation().location?.pathname === searchPath
  const picking = usePicking(view.picked)
  // What is picked goes along to wherever the reader goes on from here.
  const query = { ...view.query, with: picking.picked.map(({ uscc }) => uscc) }
  return (
    <Form action={searchPath} role="search" aria-label={t('title')}>
      <div className="search-box">
        <label htmlFor="q" className="sr-only">
          {t('search.label')}
        </label>
        <SuggestingInput
          id="q"
          type="search"
          name="q"
          className="input"
          defaultValue={query.q}
          placeholder={t('search.label')}
          maxLength={100}
        />
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
          <ActiveFilters view={view} query={query} />
          {view.total === 0 ? (
            <NothingFound view={view} query={query} />
          ) : (
            <>
              <ResultsOrder view={view} />
              <h2 className="sr-only">{t('search.results')}</h2>
              {view.hits.map((hit) => (
                <SearchHitRow key={hit.uscc} hit={hit} picking={picking} />
              ))}
              <ResultsPages view={view} query={query} />
            </>
          )}
          {(view.total > 0 || picking.picked.length > 0) && (
            <CompareTray query={query} picking={picking} here={view.hits.map(({ uscc }) => uscc)} />
          )}
        </section>
      </div>
    </Form>
  )
}
