import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { pageArguments, pageLinks } from '#app/cursor-pages.ts'
import { AlertLevel } from '#app/features/supervision/alert-level.tsx'
import { AlertsDocument } from '#app/features/supervision/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { BarChart } from '#app/ui/chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Instant } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const tabs = ['open', 'handled', 'all'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'supervision')
  const { searchParams, search } = new URL(request.url)
  const tab = tabs.find((one) => one === searchParams.get('tab')) ?? 'open'
  const state = ({ open: 'OPEN', handled: 'HANDLED', all: null } as const)[tab]
  const variables = { filter: { state }, ...pageArguments(searchParams, 20) }
  const { alerts, openAlertLoad } = await runOperation({ request, context }, AlertsDocument, variables)
  return {
    title: t('alerts.title'),
    tab,
    load: openAlertLoad,
    alerts: alerts.edges.map(({ node }) => node),
    totalCount: alerts.totalCount ?? 0,
    links: pageLinks(search, alerts.pageInfo),
  }
}

/** 预警: what the rules noticed, by state. */
export default function Alerts() {
  const { title, tab: current, load, alerts, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('supervision')
  const sum = (level?: string) => load.filter((one) => !level || one.level === level).reduce((total, { count }) => total + count, 0)
  const kinds = [...new Set(load.map(({ kind }) => kind))]
  const ofKind = (kind: string) => load.filter((one) => one.kind === kind)
  return (
    <>
      <PageHeading title={title} lead={t('alerts.lead')} />
      <div className="stat-tiles">
        <StatTile value={sum()} label={t('alerts.openCount')} to="?tab=open" />
        <StatTile value={sum('RED')} label={t('alerts.redCount')} to="?tab=open" />
      </div>
      {kinds.length > 0 && (
        <BarChart
          title={t('alerts.load')}
          valueTitle={t('alerts.loadValue')}
          points={kinds.map((kind) => {
            const count = ofKind(kind).reduce((total, one) => total + one.count, 0)
            return { label: t(`kind.${kind}`), value: count, text: String(count), isBad: ofKind(kind).some(({ level }) => level === 'RED') }
          })}
        />
      )}
      <Tabs label={title} tabs={tabs.map((tab) => ({ to: `?tab=${tab}`, label: t(`alerts.tabs.${tab}`), isCurrent: tab === current }))} />
      <p className="small mute">{t('alerts.found', { count: totalCount })}</p>
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          {
            key: 'number',
            title: t('alerts.columns.number'),
            cell: ({ number }) => (
              <Link to={`/regulator/alerts/${number}`} className="whitespace-nowrap">
                {number}
              </Link>
            ),
          },
          { key: 'kind', title: t('alerts.columns.kind'), cell: ({ kind }) => t(`kind.${kind}`) },
          { key: 'level', title: t('alerts.columns.level'), cell: ({ level }) => <AlertLevel level={level} /> },
          {
            key: 'about',
            title: t('alerts.columns.about'),
            cell: ({ organisationName, subjectName }) => [organisationName, subjectName].filter(Boolean).join(' · '),
          },
          { key: 'raised', title: t('alerts.columns.raised'), cell: ({ raisedAt }) => <Instant at={raisedAt} /> },
          { key: 'state', title: t('alerts.columns.state'), cell: ({ state }) => t(`state.${state}`) },
        ]}
        rows={alerts}
        rowKey={({ number }) => number}
        empty={t('alerts.empty')}
      />
      <Pagination {...links} />
    </>
  )
}
