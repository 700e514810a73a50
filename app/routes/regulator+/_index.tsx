import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { DashboardDocument } from '#app/features/listings/documents.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { railOf } from '#app/shell/rail.server.ts'
import { useRootData } from '#app/shell/root-data.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Day } from '#app/ui/day.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  // Administrators see no cases: they begin where their work is.
  const [start = '/'] = railOf(context.viewer).filter((to) => to.startsWith('/regulator'))
  if (context.viewer.kind === 'USER' && start !== '/regulator') throw redirect(start)
  const t = await serverText(request, 'listings')
  const { openCaseLoad, casesAwaitingDefence } = await runOperation({ request, context }, DashboardDocument, {})
  return { title: t('dashboard.title'), openCaseLoad, casesAwaitingDefence }
}

export default function RegulatorDashboard() {
  const { title, openCaseLoad, casesAwaitingDefence } = useLoaderData<typeof loader>()
  const common = useText('common')
  const t = useText('listings')
  const { language } = usePage()
  const rail = useRootData()?.viewer?.rail ?? []
  return (
    <>
      <Breadcrumb parents={[{ to: '/', label: common('home') }]} current={title} />
      <PageHeading
        title={title}
        actions={
          <>
            {rail.includes('/regulator/cases/new') && <ButtonLink to="/regulator/cases/new">{t('dashboard.report')}</ButtonLink>}
            <ButtonLink to="/regulator/cases" look="ghost">
              {t('dashboard.all')}
            </ButtonLink>
          </>
        }
      />
      <h2 className="sr-only">{t('dashboard.load')}</h2>
      <div className="stat-tiles mb-6">
        {openCaseLoad.map(({ state, count, oldestReportedAt }) => (
          <StatTile
            key={state}
            value={count}
            label={t(`state.${state}`)}
            to={`/regulator/cases?state=${state}`}
            note={oldestReportedAt ? t('dashboard.oldest', { day: shanghaiDayOf(new Date(oldestReportedAt)) }) : t('dashboard.noneOpen')}
          />
        ))}
      </div>
      <Sheet title={t('dashboard.deadlines')}>
        <DataTable
          caption={t('dashboard.deadlineTable')}
          isCaptionHidden
          columns={[
            { key: 'number', title: t('cases.number'), cell: ({ number }) => <Link to={`/regulator/cases/${number}`}>{number}</Link> },
            { key: 'party', title: t('cases.party'), cell: ({ party }) => party.name },
            {
              key: 'violation',
              title: t('cases.violation'),
              cell: ({ violation }) => (violation ? nameIn(language, violation) : t('cases.broken')),
            },
            { key: 'due', title: t('dashboard.due'), cell: ({ defenceDueOn }) => defenceDueOn && <Day on={defenceDueOn} /> },
          ]}
          rows={casesAwaitingDefence}
          rowKey={({ number }) => number}
          empty={t('dashboard.noDeadlines')}
        />
      </Sheet>
    </>
  )
}
