import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { PublishedDocument } from '#app/features/commitments/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { searchParams, search } = new URL(request.url)
  const { publishedCommitments } = await runOperation({ request, context }, PublishedDocument, pageArguments(searchParams, 20))
  return {
    title: t('published.title'),
    rows: publishedCommitments.edges.map(({ node }) => node),
    totalCount: publishedCommitments.totalCount,
    links: pageLinks(search, publishedCommitments.pageInfo),
  }
}

/** 公示 of promises under which cases were handled first. */
export default function PublishedPromises() {
  const { title, rows, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const { language } = usePage()
  const isEnglish = language === 'en'
  return (
    <>
      <Breadcrumb parents={[]} current={title} />
      <PageHeading title={title} lead={t('published.lead')} />
      <p className="small mute">{t('published.found', { count: totalCount ?? 0 })}</p>
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('published.empty')}
        columns={[
          {
            key: 'number',
            title: t('promises.number'),
            cell: ({ number }) => (
              <Link to={`/promises/${number}`} className="whitespace-nowrap">
                {number}
              </Link>
            ),
          },
          {
            key: 'applicant',
            title: t('published.applicant'),
            cell: ({ applicantName, applicantCode }) => (
              <>
                {applicantName} {applicantCode && <span className="small mute num">{applicantCode}</span>}
              </>
            ),
          },
          { key: 'item', title: t('published.item'), cell: (row) => (isEnglish ? row.itemNameEn : row.itemNameZh) },
          {
            key: 'instead',
            title: t('published.instead'),
            cell: (row) => (isEnglish ? row.materialsEn.join('; ') : row.materialsZh.join('、')),
          },
          { key: 'agency', title: t('published.agency'), cell: ({ agencyName }) => agencyName },
          { key: 'signed', title: t('published.signed'), cell: ({ signedOn }) => <Day on={signedOn} /> },
          { key: 'verified', title: t('published.verifiedBy'), cell: ({ verifiedByOn }) => <Day on={verifiedByOn} /> },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
