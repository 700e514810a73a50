import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { loadCatalogue } from '#app/features/catalogue/load-catalogue.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'catalogue')
  return { ...(await loadCatalogue(args, 'CANCELLED')), title: t('cancelled.title') }
}
type Item = Awaited<ReturnType<typeof loader>>['items'][number]

/** 已取消的事项: nobody may demand these. */
export default function CancelledItemsPage() {
  const { items } = useLoaderData<typeof loader>()
  const t = useText('catalogue')
  const common = useText('common')
  return (
    <>
      <Breadcrumb
        parents={[
          { to: '/', label: common('home') },
          { to: '/catalogue', label: t('nav') },
        ]}
        current={t('cancelled.title')}
      />
      <PageHeading title={t('cancelled.title')} lead={t('cancelled.text')} />
      <NoticeBanner tone="warn" title={t('cancelled.lead')}>
        <p>{t('cancelled.report')}</p>
        <p>
          <Link to="/owner/demands/new">{t('cancelled.reportLink')}</Link>
        </p>
      </NoticeBanner>
      <DataTable
        caption={t('cancelled.title')}
        isCaptionHidden
        columns={[
          { key: 'item', title: t('columns.item'), cell: ({ code, name }: Item) => <Link to={`/catalogue/${code}`}>{name}</Link> },
          { key: 'by', title: t('cancelled.by'), cell: ({ cancelledBy }: Item) => cancelledBy },
          { key: 'was', title: t('cancelled.was'), cell: ({ approval }: Item) => approval },
          { key: 'agency', title: t('columns.agency'), cell: ({ agency }: Item) => agency },
        ]}
        rows={items}
        rowKey={({ code }) => code}
        empty={t('search.empty')}
      />
    </>
  )
}
