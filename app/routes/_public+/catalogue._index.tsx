import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { loadCatalogue } from '#app/features/catalogue/load-catalogue.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'catalogue')
  return { ...(await loadCatalogue(args, 'RETAINED')), title: t('title') }
}
type Item = Awaited<ReturnType<typeof loader>>['items'][number]

/** 服务清单: what may be asked for at all. */
export default function CataloguePage() {
  const { q, items } = useLoaderData<typeof loader>()
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
        offerCount === 0 ? (
          0
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
      <p role="status">{t('count', { count: items.length })}</p>
      <DataTable
        caption={t('title')}
        isCaptionHidden
        columns={columns}
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
