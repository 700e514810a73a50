import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { ChangeTable } from '#app/features/intermediaries/change-table.tsx'
import { RegisterChangesDocument } from '#app/features/intermediaries/upkeep-documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const filters = {
  check: { states: ['SUBMITTED'] },
  overdue: { isOverdue: true },
  waiting: { states: ['WAITING'] },
  closed: { states: ['ACCEPTED', 'REFUSED', 'WITHDRAWN'] },
} as const
const tabNames = Object.keys(filters) as (keyof typeof filters)[]

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'upkeep')
  const { searchParams, search } = new URL(args.request.url)
  const tab = tabNames.find((name) => name === searchParams.get('tab')) ?? 'check'
  const text = searchParams.get('q') ?? ''
  const { states, isOverdue } = { states: undefined, isOverdue: undefined, ...filters[tab] }
  const filter = { ...(states ? { states: [...states] } : {}), ...(isOverdue ? { isOverdue } : {}), text }
  const { registerChanges } = await runOperation(args, RegisterChangesDocument, { filter, ...pageArguments(searchParams, 20) })
  return {
    title: t('office.title'),
    tab,
    text,
    total: registerChanges.totalCount,
    rows: registerChanges.edges.map(({ node }) => node),
    links: pageLinks(search, registerChanges.pageInfo),
  }
}

/** 变更审查: what waits for the form check, the earliest due day on top. */
export default function RegisterChangeQueue() {
  const { title, tab, text, total, rows, links } = useLoaderData<typeof loader>()
  const t = useText('upkeep')
  return (
    <>
      <PageHeading title={title} lead={t('office.lead')} />
      <Tabs
        label={title}
        tabs={tabNames.map((name) => ({
          to: `?tab=${name}`,
          label: t(`office.tabs.${name}`),
          isCurrent: name === tab,
          ...(name === tab ? { count: total } : {}),
        }))}
      />
      <SearchBox action={`/regulator/register-changes`} label={t('office.search')} button={t('office.find')} defaultValue={text} />
      <ChangeTable
        rows={rows}
        caption={title}
        empty={t('office.empty')}
        toChange={(number) => `/regulator/register-changes/${number}`}
        hasInstitution
      />
      <Pagination {...links} />
    </>
  )
}
