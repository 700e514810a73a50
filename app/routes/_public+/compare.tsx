import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { compareAddress, comparePath } from '#app/features/intermediaries/compare-query.ts'
import { useCompareRows } from '#app/features/intermediaries/compare-rows.tsx'
import { loadComparison } from '#app/features/intermediaries/load-comparison.server.ts'
import type { CompareView } from '#app/features/intermediaries/load-comparison.server.ts'
import { searchAddress, wholeRegister } from '#app/features/intermediaries/search-query.ts'
import { TooMany } from '#app/features/intermediaries/too-many.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { CompareTable } from '#app/ui/compare-table.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { PrintButton } from '#app/ui/print-sheet.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'search')
  return { ...(await loadComparison(args)), title: t('compare.title') }
}

/** 比较机构: up to four side by side, in neutral order. */
export default function ComparePage() {
  const view = useLoaderData<typeof loader>() as CompareView
  const t = useText('search')
  const intermediaries = useText('intermediaries')
  const common = useText('common')
  const { columns, isTooMany, seed, unknown, query } = view
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          { to: '/intermediaries', label: intermediaries('nav') },
        ]}
        current={t('compare.title')}
      />
      <PageHeading
        title={t('compare.title')}
        actions={<Link to={backAddress(view)}>{t(columns.length > 0 && columns.length < 4 ? 'compare.addAnother' : 'compare.again')}</Link>}
      />
      {unknown.length > 0 && <NoticeBanner tone="warn" title={t('compare.unknown', { codes: unknown.join(' ') })} />}
      {isTooMany && <TooMany names={view.names} query={query} />}
      {!isTooMany && columns.length < 2 && <NoticeBanner title={t('compare.few')} />}
      {columns.length > 0 && (
        <>
          <p className="order-note">
            {t('compare.lead', { seed })} <Link to="/about-ranking">{t('compare.howOrdered')}</Link>
          </p>
          <ItemChoice view={view} />
          <Comparison view={view} />
          <PrintButton />
        </>
      )}
    </>
  )
}

/** Back to the search with the same ones picked. */
function backAddress({ item, query }: CompareView): string {
  return searchAddress({ ...wholeRegister, item: item ? [item.code] : [], with: query.with })
}

/** Which service they are compared for; each has its own fee and time. */
function ItemChoice({ view: { items, item, columns, query } }: { readonly view: CompareView }) {
  const t = useText('search')
  if (!item) return null
  return (
    <>
      <Form action={comparePath} className="compare-item no-print" key={item.code}>
        {query.with.map((uscc) => (
          <input key={uscc} type="hidden" name="with" value={uscc} />
        ))}
        <label htmlFor="item">{t('compare.forItem')}</label>
        <select id="item" name="item" className="input input-select" defaultValue={item.code}>
          {items.map(({ code, name, offeredBy }) => (
            <option key={code} value={code}>
              {offeredBy === columns.length
                ? t('compare.offeredByAll', { item: name })
                : t('compare.offeredBySome', { item: name, count: offeredBy })}
            </option>
          ))}
        </select>
        <button type="submit" className="btn btn-ghost btn-small">
          {t('compare.forItemButton')}
        </button>
      </Form>
      {columns.length > 1 && items.every(({ offeredBy }) => offeredBy < columns.length) && <p className="small">{t('compare.noCommon')}</p>}
    </>
  )
}

function Comparison({ view: { columns, item, query } }: { readonly view: CompareView }) {
  const t = useText('search')
  const rows = useCompareRows(columns, item?.code ?? null)
  const isComparing = columns.length > 1
  const shown = query.isDifferencesOnly && isComparing ? rows.filter(({ isDifferent }) => isDifferent) : rows
  return (
    <>
      {isComparing && (
        <p className="small">
          {t('compare.differsNote')}{' '}
          <Link className="no-print" to={compareAddress(query, { isDifferencesOnly: !query.isDifferencesOnly })} preventScrollReset>
            {t(query.isDifferencesOnly ? 'compare.allRows' : 'compare.onlyDifferences')}
          </Link>
        </p>
      )}
      {item && <p className="print-only">{item.name}</p>}
      <CompareTable
        caption={t('compare.table')}
        differs={t('compare.differs')}
        things={columns.map(({ uscc, name }) => ({
          key: uscc,
          title: (
            <>
              <Link to={item ? `/intermediaries/${uscc}?item=${item.code}` : `/intermediaries/${uscc}`}>{name}</Link>
              <div className="small no-print">
                <Link to={compareAddress(query, { with: query.with.filter((one) => one !== uscc) })} preventScrollReset>
                  {t('compare.drop')}
                  <span className="sr-only"> {name}</span>
                </Link>
              </div>
            </>
          ),
        }))}
        rows={shown}
      />
    </>
  )
}
