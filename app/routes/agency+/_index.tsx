import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { WaitingDocument } from '#app/features/acceptance/agenda-documents.server.ts'
import { AgendaTable } from '#app/features/acceptance/agenda-table.tsx'
import { CaseTable } from '#app/features/acceptance/case-table.tsx'
import { loadCases } from '#app/features/acceptance/load-cases.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { StatTile } from '#app/ui/stat-tile.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const t = await serverText(args.request, 'acceptance')
  const { agendaCounts, overdue, today } = await runOperation(args, WaitingDocument, {})
  return {
    title: t('queue.title'),
    counts: agendaCounts,
    waiting: [...overdue.entries, ...today.entries],
    ...(await loadCases(args, 'open')),
  }
}

/** The officer's front page: what is due when, and the agency's cases. */
export default function Queue() {
  const { title, counts, waiting, text, tab, cases, totalCount, links } = useLoaderData<typeof loader>()
  const t = useText('acceptance')
  const own = useText('workload')
  return (
    <>
      <PageHeading
        title={title}
        actions={
          <>
            <ButtonLink to="/agency/cases/new">{t('queue.new')}</ButtonLink>
            <ButtonLink to="/agency/check" look="ghost">
              {t('queue.check')}
            </ButtonLink>
          </>
        }
      />
      <div className="stat-tiles">
        {counts.map(({ bucket, count }) => (
          <StatTile
            key={bucket}
            value={count}
            label={own(`bucket.${bucket}`)}
            note={own('calendar.count')}
            to={`/agency/calendar?when=${bucket}`}
          />
        ))}
      </div>
      {waiting.length > 0 && (
        <Sheet title={own('calendar.waiting')}>
          <AgendaTable caption={own('calendar.waiting')} rows={waiting} />
          <p>
            <Link to="/agency/calendar">{own('calendar.all')}</Link>
          </p>
        </Sheet>
      )}
      <SearchBox
        action="/agency"
        label={t('queue.search')}
        placeholder={t('queue.search')}
        button={t('queue.button')}
        defaultValue={text}
      />
      <Tabs
        label={title}
        tabs={(['open', 'closed', 'all'] as const).map((one) => ({
          to: `?tab=${one}`,
          label: t(`queue.${one}`),
          isCurrent: text === '' && one === tab,
        }))}
      />
      <p className="small mute">{t('queue.found', { count: totalCount })}</p>
      <CaseTable caption={title} rows={cases} toCase={(number) => `/agency/cases/${number}`} empty={t('queue.empty')} />
      <Pagination {...links} />
    </>
  )
}
