import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import type { SelectionState } from '#domain/selection/selection.ts'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { SupervisedSelectionsDocument } from '#app/features/selection/list-documents.server.ts'
import { SelectionStateBadge } from '#app/features/selection/selection-state.tsx'
import { statesOfGroup } from '#app/features/selection/state-groups.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Badge } from '#app/ui/badge.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const tabs = ['running', 'open', 'all'] as const
const runningStates: SelectionState[] = [...statesOfGroup.open, ...statesOfGroup.deciding, ...statesOfGroup.publicity]

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'selection')
  const { searchParams, search } = new URL(args.request.url)
  const tab = tabs.find((one) => one === searchParams.get('tab')) ?? 'running'
  const filter = tab === 'open' ? { hasOpenObjection: true } : tab === 'running' ? { states: runningStates } : {}
  const answer = await runOperation(args, SupervisedSelectionsDocument, { filter, ...pageArguments(searchParams, 20) })
  return {
    title: t('supervise.title'),
    tab,
    disputed: answer.disputed.totalCount ?? 0,
    rows: answer.supervisedSelections.edges.map(({ node }) => node),
    links: pageLinks(search, answer.supervisedSelections.pageInfo),
  }
}
type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

/** 选取监督: what the body supervises, and which objections wait for its answer. */
export default function SupervisedSelections() {
  const { title, tab: current, disputed, rows, links } = useLoaderData<typeof loader>()
  const t = useText('selection')
  const { language } = usePage()
  return (
    <>
      <PageHeading
        title={title}
        lead={t('supervise.lead')}
        actions={
          <>
            <ButtonLink look="ghost" to="/regulator/keys">
              {t('supervise.keys')}
            </ButtonLink>
            <ButtonLink look="ghost" to="/regulator/draws">
              {t('supervise.draws')}
            </ButtonLink>
          </>
        }
      />
      <Tabs
        label={title}
        tabs={tabs.map((tab) => ({
          to: `?tab=${tab}`,
          label: t(`supervise.tab.${tab}`),
          isCurrent: tab === current,
          count: tab === 'open' ? disputed : undefined,
        }))}
      />
      <DataTable<Row>
        caption={title}
        isCaptionHidden
        rows={rows}
        rowKey={({ number }) => number}
        empty={t('supervise.none')}
        columns={[
          {
            key: 'number',
            title: t('list.columns.number'),
            cell: ({ number }) => (
              <Link to={`/regulator/selections/${number}`} className="whitespace-nowrap">
                {number}
              </Link>
            ),
          },
          { key: 'project', title: t('list.columns.project'), cell: ({ projectName }) => projectName },
          { key: 'item', title: t('list.columns.item'), cell: ({ serviceItem }) => nameIn(language, serviceItem) },
          { key: 'mode', title: t('list.columns.mode'), cell: ({ mode }) => t(`mode.${mode}`) },
          {
            key: 'state',
            title: t('list.columns.state'),
            cell: ({ state, objections }) => (
              <>
                <SelectionStateBadge state={state} />{' '}
                {objections.some((one) => one.state === 'OPEN') && <Badge tone="warn">{t('supervise.waitsObjection')}</Badge>}
              </>
            ),
          },
          {
            key: 'closes',
            title: t('list.columns.closes'),
            cell: ({ signUpClosesAt }) => (signUpClosesAt ? <Instant at={signUpClosesAt} /> : '—'),
          },
          { key: 'count', title: t('list.columns.count'), isNumber: true, cell: ({ signUpCount }) => signUpCount },
        ]}
      />
      <Pagination {...links} />
    </>
  )
}
