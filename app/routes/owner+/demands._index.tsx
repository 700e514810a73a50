import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { DemandsDocument } from '#app/features/supervision/documents.server.ts'
import type { DemandRow } from '#app/features/supervision/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { NoticeBanner } from '#app/ui/notice-banner.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'supervision')
  const { searchParams, search } = new URL(request.url)
  const { demandReports } = await runOperation({ request, context }, DemandsDocument, pageArguments(searchParams, 20))
  return {
    title: t('demands.title'),
    done: searchParams.get('done'),
    demands: demandReports.edges.map(({ node }) => node),
    links: pageLinks(search, demandReports.pageInfo),
  }
}

/** What the applicant has reported, and what came of it. */
export default function Demands() {
  const { title, done, demands, links } = useLoaderData<typeof loader>()
  const t = useText('supervision')
  const common = useText('shell')
  const { language } = usePage()
  return (
    <>
      <Breadcrumb parents={[{ to: '/owner', label: common('area.owner') }]} current={title} />
      <PageHeading title={title} lead={t('demands.lead')} actions={<ButtonLink to="/owner/demands/new">{t('demands.new')}</ButtonLink>} />
      {done && <NoticeBanner tone="ok" title={t('demands.done', { number: done })} isResult />}
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          { key: 'number', title: t('demands.columns.number'), cell: ({ number }: DemandRow) => <span className="code">{number}</span> },
          { key: 'agency', title: t('demands.columns.agency'), cell: ({ agencyName }) => agencyName },
          { key: 'demanded', title: t('demands.columns.demanded'), cell: ({ demanded }) => demanded },
          {
            key: 'item',
            title: t('demands.item'),
            cell: ({ serviceItem }) =>
              serviceItem ? <Link to={`/catalogue/${serviceItem.code}`}>{nameIn(language, serviceItem)}</Link> : t('demands.itemNone'),
          },
          { key: 'on', title: t('demands.columns.on'), cell: ({ demandedOn }) => <Day on={demandedOn} /> },
          {
            key: 'status',
            title: t('demands.columns.status'),
            cell: ({ outcome }) => (
              <>
                <Badge tone={outcome.status === 'HANDLED' ? 'ok' : 'neutral'}>{t(`demands.status.${outcome.status}`)}</Badge>
                {outcome.handlingNote && <div className="small">{outcome.handlingNote}</div>}
              </>
            ),
          },
        ]}
        rows={demands}
        rowKey={({ number }) => number}
        empty={t('demands.empty')}
      />
      <Pagination {...links} />
    </>
  )
}
