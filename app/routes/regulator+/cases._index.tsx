import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { finalViolationStates, violationCaseStates } from '#domain/listings/violation-case.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { CaseTable } from '#app/features/listings/case-table.tsx'
import { CasesDocument } from '#app/features/listings/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { useRootData } from '#app/shell/root-data.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const open = violationCaseStates.filter((state) => !finalViolationStates.includes(state))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'listings')
  const { searchParams, search } = new URL(request.url)
  const tab = searchParams.get('tab') ?? 'open'
  const text = searchParams.get('q') ?? ''
  const named = violationCaseStates.filter((state) => state === searchParams.get('state'))
  const ofTab = tab === 'all' || text !== '' ? undefined : tab === 'decided' ? finalViolationStates : open
  const states = named.length > 0 ? named : ofTab
  const filter = { text, states: states && [...states] }
  const { violationCases } = await runOperation({ request, context }, CasesDocument, { filter, ...pageArguments(searchParams, 20) })
  return {
    title: t('cases.title'),
    text,
    tab: states === undefined ? 'all' : named.length > 0 ? '' : tab,
    cases: violationCases.edges.map(({ node }) => node),
    totalCount: violationCases.totalCount,
    links: pageLinks(search, violationCases.pageInfo),
  }
}

export default function Cases() {
  const { title, text, tab: current, cases, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('listings')
  const rail = useRootData()?.viewer?.rail ?? []
  return (
    <>
      <Breadcrumb parents={[{ to: '/regulator', label: t('dashboard.title') }]} current={title} />
      <PageHeading
        title={title}
        actions={rail.includes('/regulator/cases/new') && <ButtonLink to="/regulator/cases/new">{t('dashboard.report')}</ButtonLink>}
      />
      <SearchBox
        action="/regulator/cases"
        label={t('cases.search')}
        placeholder={t('cases.search')}
        button={t('cases.button')}
        defaultValue={text}
      />
      <Tabs
        label={title}
        tabs={(['open', 'decided', 'all'] as const).map((tab) => ({
          to: `?tab=${tab}`,
          label: t(`cases.tabs.${tab}`),
          isCurrent: tab === current,
        }))}
      />
      <p className="small mute">{t('list.found', { count: totalCount })}</p>
      <CaseTable rows={cases} toCase={(number) => `/regulator/cases/${number}`} empty={t('cases.empty')} />
      <Pagination {...links} />
    </>
  )
}
