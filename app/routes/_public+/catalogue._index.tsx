import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { loadCatalogue } from '#app/features/catalogue/load-catalogue.server.ts'
import { dayOf, loadCatalogueOn } from '#app/features/catalogue/load-history.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'

export const meta = titleMeta

/** Today's catalogue, or with `?on=2025-03-01` that of any other day. */
export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'catalogue')
  const today = await loadCatalogue(args, 'RETAINED')
  const on = dayOf(new URL(args.request.url).searchParams.get('on'))
  const items: readonly Item[] = on === null ? today.items : await loadCatalogueOn(args, on, today.q)
  return { q: today.q, on, items, title: t('title') }
}
interface Item {
  readonly code: string
  readonly name: string
  readonly approval: string
  readonly agency: string
  readonly feeBasis: 'GOVERNMENT_SET' | 'GOVERNMENT_GUIDED' | 'MARKET'
  /** Null on another day than today: offerings are counted as they stand. */
  readonly offerCount: number | null
}

/** 服务清单: what may be asked for at all. */
export default function CataloguePage() {
  const { q, on, items } = useLoaderData<typeof loader>()
  const days = useText('catalogueChanges')
  const { language } = usePage()
  const t = useText('catalogue')
  const common = useText('common')
  const columns = [
    { key: 'item', title: t('columns.item'), cell: ({ code, name }: Item) => <Link to={`/catalogue/${code}`}>{name}</Link> },
    { key: 'approval', title: t('columns.approval'), cell: ({ approval }: Item) => approval },
    { key: 'agency', title: t('columns.agency'), cell: ({ agency }: Item) => agency },
    { key: 'fee', title: t('columns.fee'), cell: ({ feeBasis }: Item) => t(`feeBasis.${feeBasis}`) },
    {
      key: 'offers',
      title: t('columns.offers'),
      isNumber: true,
      cell: ({ code, name, offerCount }: Item) =>
        offerCount === null || offerCount === 0 ? (
          offerCount
        ) : (
          <Link to={`/intermediaries?item=${code}`} aria-label={`${name}: ${t('offerCount', { count: offerCount })}`}>
            {t('offerCount', { count: offerCount })}
          </Link>
        ),
    },
  ]
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={t('nav')} />
      <PageHeading title={t('title')} lead={t('lead')} actions={<Link to="/catalogue/cancelled">{t('cancelledLink')}</Link>} />
      <SearchBox
        action="/catalogue"
        label={t('search.label')}
        placeholder={t('search.label')}
        button={t('search.button')}
        defaultValue={q}
      />
      <Form method="get" action="/catalogue" className="actions mb-4" key={on ?? ''}>
        {q !== '' && <input type="hidden" name="q" value={q} />}
        <label>
          {days('onDay.label')} <input type="date" name="on" className="input" defaultValue={on ?? undefined} />
        </label>
        <Button type="submit" look="ghost">
          {days('onDay.button')}
        </Button>
        <Link to="/catalogue/compare">{days('versions.compare')}</Link>
      </Form>
      {on !== null && (
        <NoticeBanner title={days('onDay.showing', { day: formatDay(on, language) })}>
          <Link to="/catalogue">{days('onDay.today')}</Link>
        </NoticeBanner>
      )}
      <p role="status">{t('count', { count: items.length })}</p>
      <DataTable
        caption={t('title')}
        isCaptionHidden
        columns={on === null ? columns : columns.filter(({ key }) => key !== 'offers')}
        rows={items}
        rowKey={({ code }) => code}
        empty={
          <>
            {t('search.empty')} <Link to="/catalogue">{t('search.all')}</Link>
          </>
        }
      />
    </>
  )
}
