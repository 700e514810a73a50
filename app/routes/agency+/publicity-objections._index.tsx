import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { PublicityObjectionsDocument } from '#app/features/commitments/publicity-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'commitments')
  const { searchParams, search } = new URL(request.url)
  const showsAll = searchParams.get('tab') === 'all'
  const variables = { states: showsAll ? null : (['FILED'] as const), ...pageArguments(searchParams, 30) }
  const { publicityObjections } = await runOperation({ request, context }, PublicityObjectionsDocument, {
    ...variables,
    states: variables.states && [...variables.states],
  })
  return {
    title: t('objections.title'),
    showsAll,
    rows: publicityObjections.edges.map(({ node }) => node),
    links: pageLinks(search, publicityObjections.pageInfo),
  }
}

/** Objections to what the agency handled on published promises. */
export default function PublicityObjections() {
  const { title, showsAll, rows, links } = useLoaderData<typeof loader>()
  const t = useText('commitments')
  const shared = useText('acceptance')
  return (
    <>
      <Breadcrumb parents={[{ to: '/agency/commitments', label: shared('promises.title') }]} current={title} />
      <PageHeading title={title} lead={t('objections.lead')} />
      <Tabs
        label={title}
        tabs={[
          { to: '/agency/publicity-objections', label: t('objections.open'), isCurrent: !showsAll },
          { to: '/agency/publicity-objections?tab=all', label: t('objections.all'), isCurrent: showsAll },
        ]}
      />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('objections.empty')}
        columns={[
          {
            key: 'number',
            title: t('objections.number'),
            cell: ({ number }) => (
              <Link to={`/agency/publicity-objections/${number}`} className="whitespace-nowrap">
                {number}
              </Link>
            ),
          },
          { key: 'commitment', title: t('objections.commitment'), cell: ({ commitment }) => commitment.number },
          { key: 'applicant', title: t('objections.applicant'), cell: ({ commitment }) => commitment.applicant.name },
          { key: 'due', title: t('objections.answerBy'), cell: ({ answerDueOn }) => <Day on={answerDueOn} /> },
          { key: 'state', title: t('objections.state'), cell: ({ state }) => shared(`objectionState.${state}`) },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
