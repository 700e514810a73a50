import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { PlansDocument } from '#app/features/verification/documents.server.ts'
import { VerificationTabs } from '#app/features/verification/verification-tabs.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const { searchParams, search } = new URL(request.url)
  const { verificationPlans } = await runOperation({ request, context }, PlansDocument, pageArguments(searchParams, 30))
  return {
    title: t('plans.title'),
    isManager: context.viewer.roles.includes('AGENCY_MANAGER'),
    rows: verificationPlans.edges.map(({ node }) => node),
    links: pageLinks(search, verificationPlans.pageInfo),
  }
}

export default function Plans() {
  const { title, isManager, rows, links } = useLoaderData<typeof loader>()
  const t = useText('verification')
  return (
    <>
      <PageHeading title={title} actions={isManager && <ButtonLink to="/agency/verification/plans/new">{t('plans.add')}</ButtonLink>} />
      <VerificationTabs current="plans" />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('plans.empty')}
        columns={[
          {
            key: 'number',
            title: t('plans.number'),
            cell: ({ number }) => <Link to={`/agency/verification/plans/${number}`}>{number}</Link>,
          },
          { key: 'name', title: t('plans.name'), cell: ({ name }) => name },
          {
            key: 'period',
            title: t('plans.period'),
            cell: ({ fromOn, untilOn }) => (
              <span className="num">
                {fromOn} – {untilOn}
              </span>
            ),
          },
          {
            key: 'share',
            title: t('plans.share'),
            isNumber: true,
            cell: ({ share }) => (share === 1 ? t('plans.everything') : `${share * 100}%`),
          },
          {
            key: 'progress',
            title: t('plans.progress'),
            isNumber: true,
            cell: ({ openCount, taskCount }) => `${openCount} / ${taskCount}`,
          },
          { key: 'doubted', title: t('plans.doubted'), isNumber: true, cell: ({ doubtedCount }) => doubtedCount },
          { key: 'due', title: t('plans.due'), cell: ({ dueOn }) => <Day on={dueOn} /> },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
