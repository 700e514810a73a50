import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { ComplaintsDocument } from '#app/features/complaints/documents.server.ts'
import { stateTones } from '#app/features/complaints/state-tones.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day, Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'complaints')
  const { searchParams, search } = new URL(args.request.url)
  const isOpen = searchParams.get('closed') === null
  const { complaints } = await runOperation(args, ComplaintsDocument, { isOpen, ...pageArguments(searchParams, 20) })
  return {
    title: t('office.title'),
    isOpen,
    count: complaints.totalCount,
    complaints: complaints.edges.map(({ node }) => node),
    links: pageLinks(search, complaints.pageInfo),
  }
}

/** Reports and complaints of the own office, the one that must be answered first on top. */
export default function Complaints() {
  const { title, isOpen, count, complaints, links } = useLoaderData<typeof loader>()
  const t = useText('complaints')
  return (
    <>
      <PageHeading title={title} lead={t('office.lead')} />
      <Tabs
        label={title}
        tabs={[
          { to: '/regulator/complaints', label: t('office.open'), ...(isOpen ? { count } : {}) },
          { to: '/regulator/complaints?closed', label: t('office.closed'), ...(isOpen ? {} : { count }) },
        ]}
      />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={complaints}
        rowKey={({ number }) => number}
        empty={t('office.empty')}
        columns={[
          { key: 'number', title: t('office.number'), cell: ({ number }) => <Link to={`/regulator/complaints/${number}`}>{number}</Link> },
          { key: 'kind', title: t('office.kind'), cell: ({ kind }) => t(`kindShort.${kind}`) },
          { key: 'about', title: t('office.about'), cell: ({ subject, agencyName, about }) => subject?.name ?? agencyName ?? about },
          { key: 'received', title: t('office.received'), cell: ({ receivedAt }) => <Instant at={receivedAt} /> },
          {
            key: 'due',
            title: t('office.due'),
            cell: ({ answerDueOn, clock }) => (
              <>
                <Day on={answerDueOn} /> {clock === 'LATE' && <Badge tone="warn">{t('clock.LATE')}</Badge>}
              </>
            ),
          },
          { key: 'handler', title: t('office.handler'), cell: ({ handlerName }) => handlerName ?? t('office.nobody') },
          { key: 'state', title: t('office.state'), cell: ({ state }) => <Badge tone={stateTones[state]}>{t(`state.${state}`)}</Badge> },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
