import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { CommitmentTable } from '#app/features/commitments/commitment-table.tsx'
import { CommitmentsDocument } from '#app/features/commitments/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const dues = ['OVERDUE', 'TODAY', 'THIS_WEEK', 'LATER'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'acceptance')
  const { searchParams, search } = new URL(request.url)
  const text = searchParams.get('q') ?? ''
  const due = dues.find((one) => one === searchParams.get('due')) ?? null
  const variables = { filter: { due, text }, ...pageArguments(searchParams, 30) }
  const { commitments, commitmentDueCounts } = await runOperation({ request, context }, CommitmentsDocument, variables)
  return {
    title: t('promises.title'),
    text,
    shownDue: due,
    counts: commitmentDueCounts,
    rows: commitments.edges.map(({ node }) => node),
    links: pageLinks(search, commitments.pageInfo),
  }
}

export default function Commitments() {
  const { title, text, shownDue, counts, rows, links } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const own = useText('commitments')
  return (
    <>
      <PageHeading
        title={title}
        lead={t('promises.lead')}
        actions={
          <ButtonLink look="ghost" to="/agency/publicity-objections">
            {own('objections.title')}
          </ButtonLink>
        }
      />
      <SearchBox
        action="/agency/commitments"
        label={t('queue.search')}
        placeholder={t('queue.search')}
        button={t('queue.button')}
        defaultValue={text}
      />
      <Tabs
        label={title}
        tabs={[
          ...counts.map(({ due, count }) => ({ to: `?due=${due}`, label: t(`due.${due}`), count, isCurrent: due === shownDue })),
          { to: '/agency/commitments', label: t('queue.all'), isCurrent: shownDue === null },
        ]}
      />
      <CommitmentTable caption={title} rows={rows} toCommitment={(number) => `/agency/commitments/${number}`} empty={t('promises.empty')} />
      <Pagination {...links} />
    </>
  )
}
