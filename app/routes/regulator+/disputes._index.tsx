import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { DisputesDocument } from '#app/features/engagements/dispute-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const tabs = ['open', 'ended', 'all'] as const
const statesOf = { open: ['OPEN'], ended: ['SETTLED', 'ANSWERED', 'WITHDRAWN'], all: null } as const

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'contracts')
  const { searchParams, search } = new URL(args.request.url)
  const tab = tabs.find((one) => one === searchParams.get('tab')) ?? 'open'
  const states = statesOf[tab] && [...statesOf[tab]]
  const { disputes } = await runOperation(args, DisputesDocument, { states, ...pageArguments(searchParams, 20) })
  return {
    title: t('dispute.list'),
    tab,
    disputes: disputes.edges.map(({ node }) => node),
    links: pageLinks(search, disputes.pageInfo),
  }
}

/** 争议 between owners and intermediaries, for the office that answers them. */
export default function Disputes() {
  const { title, tab: current, disputes, links } = useLoaderData<typeof loader>()
  const t = useText('contracts')
  return (
    <>
      <PageHeading title={title} lead={t('dispute.listLead')} />
      <Tabs label={title} tabs={tabs.map((tab) => ({ to: `?tab=${tab}`, label: t(`dispute.tabs.${tab}`), isCurrent: tab === current }))} />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={disputes}
        rowKey={({ number }) => number}
        empty={t('dispute.none')}
        columns={[
          {
            key: 'number',
            title: t('dispute.columns.number'),
            cell: ({ number }) => (
              <Link to={`/regulator/disputes/${number}`} className="whitespace-nowrap">
                {number}
              </Link>
            ),
          },
          { key: 'project', title: t('dispute.columns.project'), cell: ({ projectName }) => projectName },
          {
            key: 'parties',
            title: t('dispute.columns.parties'),
            cell: ({ owner, intermediary }) => `${owner.name} · ${intermediary.name}`,
          },
          { key: 'raised', title: t('dispute.columns.raised'), cell: ({ raisedAt }) => <Instant at={raisedAt} /> },
          {
            key: 'state',
            title: t('dispute.columns.state'),
            cell: ({ state }) => <Badge tone={state === 'OPEN' ? 'warn' : 'neutral'}>{t(`dispute.state.${state}`)}</Badge>,
          },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
