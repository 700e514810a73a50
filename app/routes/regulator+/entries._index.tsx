import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { EntryState } from '#domain/intermediaries/entry-application.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { EntryQueueDocument } from '#app/features/intermediaries/entry-documents.server.ts'
import { EntryStateBadge } from '#app/features/intermediaries/entry-state.tsx'
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

const tabs = {
  check: ['SUBMITTED'],
  publicity: ['PUBLICITY'],
  open: ['RETURNED'],
  closed: ['LISTED', 'REFUSED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly EntryState[]>
const tabNames = Object.keys(tabs) as (keyof typeof tabs)[]

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'entry')
  const { searchParams, search } = new URL(args.request.url)
  const tab = tabNames.find((name) => name === searchParams.get('tab')) ?? 'check'
  const { entryApplications, clock } = await runOperation(args, EntryQueueDocument, {
    states: [...tabs[tab]],
    ...pageArguments(searchParams, 20),
  })
  return {
    title: t('office.title'),
    tab,
    today: shanghaiDayOf(new Date(clock.now)),
    rows: entryApplications.edges.map(({ node }) => node),
    links: pageLinks(search, entryApplications.pageInfo),
  }
}

/** 入驻审查: what waits for the form check, the earliest due day on top, and what is in publicity. */
export default function EntryQueue() {
  const { title, tab, today, rows, links } = useLoaderData<typeof loader>()
  const t = useText('entry')
  return (
    <>
      <PageHeading title={title} lead={t('office.lead')} />
      <Tabs
        label={title}
        tabs={tabNames.map((name) => ({ to: `?tab=${name}`, label: t(`office.tabs.${name}`), isCurrent: name === tab }))}
      />
      <DataTable
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('office.empty')}
        columns={[
          { key: 'number', title: t('number'), cell: ({ number }) => <Link to={`/regulator/entries/${number}`}>{number}</Link> },
          {
            key: 'name',
            title: t('institution'),
            cell: ({ name, uscc }) => (
              <>
                {name}
                <div className="small mute code">{uscc}</div>
              </>
            ),
          },
          { key: 'submitted', title: t('office.submittedAt'), cell: ({ submittedAt }) => submittedAt && <Instant at={submittedAt} /> },
          tab === 'publicity'
            ? {
                key: 'until',
                title: t('office.publicUntil'),
                cell: ({ publicityUntilOn, objections }) => (
                  <>
                    {publicityUntilOn && <Day on={publicityUntilOn} />}{' '}
                    {objections.some((one) => one.state === 'OPEN') && <Badge tone="warn">{t('office.objections')}</Badge>}
                  </>
                ),
              }
            : {
                key: 'due',
                title: t('office.dueOn'),
                cell: ({ checkDueOn, state }) => (
                  <>
                    {checkDueOn && <Day on={checkDueOn} />}{' '}
                    {state === 'SUBMITTED' && checkDueOn && checkDueOn < today && <Badge tone="seal">{t('office.late')}</Badge>}
                  </>
                ),
              },
          { key: 'state', title: t('office.state'), cell: ({ state }) => <EntryStateBadge state={state} /> },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
