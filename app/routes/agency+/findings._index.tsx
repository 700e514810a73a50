import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { FindingsDocument } from '#app/features/verification/documents.server.ts'
import { findingTones } from '#app/features/verification/tones.ts'
import { VerificationTabs } from '#app/features/verification/verification-tabs.tsx'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'verification')
  const { searchParams, search } = new URL(request.url)
  const { untrueFindings } = await runOperation({ request, context }, FindingsDocument, pageArguments(searchParams, 30))
  return {
    title: t('findings.title'),
    rows: untrueFindings.edges.map(({ node }) => node),
    links: pageLinks(search, untrueFindings.pageInfo),
  }
}

export default function Findings() {
  const { title, rows, links } = useLoaderData<typeof loader>()
  const t = useText('verification')
  return (
    <>
      <PageHeading title={title} lead={t('findings.lead')} />
      <VerificationTabs current="findings" />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('findings.empty')}
        columns={[
          { key: 'number', title: t('findings.number'), cell: ({ number }) => <Link to={`/agency/findings/${number}`}>{number}</Link> },
          { key: 'applicant', title: t('findings.applicant'), cell: ({ commitment }) => commitment.applicant.name },
          { key: 'commitment', title: t('findings.commitment'), cell: ({ commitment }) => commitment.number },
          { key: 'noticed', title: t('findings.noticed'), cell: ({ noticedAt }) => <Instant at={noticedAt} /> },
          { key: 'due', title: t('findings.defenceDue'), cell: ({ defenceDueOn }) => <Day on={defenceDueOn} /> },
          {
            key: 'state',
            title: t('findings.state'),
            cell: ({ state }) => <Badge tone={findingTones[state]}>{t(`untrueState.${state}`)}</Badge>,
          },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
