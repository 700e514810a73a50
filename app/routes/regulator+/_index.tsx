import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { CaseAges, Deadlines, Outcomes } from '#app/features/listings/dashboard-charts.tsx'
import { DashboardDocument } from '#app/features/listings/documents.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { railOf } from '#app/shell/rail.server.ts'
import { useRootData } from '#app/shell/root-data.ts'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Breadcrumb } from '#app/ui/breadcrumb.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'

export const meta = titleMeta

export async function loader({ request, context }: LoaderFunctionArgs) {
  // Administrators see no cases: they begin where their work is.
  const [start = '/'] = railOf(context.viewer).filter((to) => to.startsWith('/regulator'))
  if (context.viewer.kind === 'USER' && start !== '/regulator') throw redirect(start)
  const t = await serverText(request, 'listings')
  return { title: t('dashboard.title'), ...(await runOperation({ request, context }, DashboardDocument, {})) }
}

export default function RegulatorDashboard() {
  const { title, openCaseLoad, openCaseAges, deadlinesAhead, decisionOutcomes } = useLoaderData<typeof loader>()
  const common = useText('common')
  const t = useText('listings')
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
      <div className="columns">
        <div>
          <Deadlines deadlines={deadlinesAhead} />
          <Outcomes outcomes={decisionOutcomes} />
        </div>
        <div>
          <CaseAges ages={openCaseAges} />
        </div>
      </div>
    </>
  )
}
