import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { agendaBuckets } from '#domain/acceptance/agenda.ts'
import { addDays, addMonths, isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { AgendaDocument } from '#app/features/acceptance/agenda-documents.server.ts'
import { AgendaTable } from '#app/features/acceptance/agenda-table.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { PageHeading } from '#app/ui/page-heading.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const meta = titleMeta

const MOST = 200

/** `?when=TODAY` for a bucket, `?month=2026-11` for a month, `&mine=1` for the own cases only. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const t = await serverText(request, 'workload')
  const { searchParams } = new URL(request.url)
  const isMine = searchParams.get('mine') === '1'
  const firstOn = `${searchParams.get('month') ?? ''}-01`
  const month = isCalendarDay(firstOn) ? firstOn.slice(0, 7) : null
  const bucket = month ? null : (agendaBuckets.find((one) => one === searchParams.get('when')) ?? 'TODAY')
  const range = month ? { fromOn: firstOn, untilOn: addDays(addMonths(firstOn, 1), -1) } : {}
  const { agenda, agendaCounts, clock } = await runOperation({ request, context }, AgendaDocument, {
    bucket,
    isMine,
    first: MOST,
    ...range,
  })
  return {
    title: t('calendar.title'),
    ...{ isMine, month, bucket },
    thisMonth: shanghaiDayOf(new Date(clock.now)).slice(0, 7),
    around: month && { previous: addMonths(firstOn, -1).slice(0, 7), next: addMonths(firstOn, 1).slice(0, 7) },
    counts: agendaCounts,
    entries: agenda.entries,
    totalCount: agenda.totalCount,
  }
}

/** What is due at the agency, by bucket or by month. */
export default function Calendar() {
  const { title, isMine, month, bucket, thisMonth, around, counts, entries, totalCount } = useLoaderData<typeof loader>()
  const t = useText('workload')
  const { language } = usePage()
  const mine = isMine ? '&mine=1' : ''
  const here = month ? `?month=${month}` : `?when=${bucket}`
  const days = [...new Set(entries.map(({ dueOn }) => dueOn))]
  return (
    <>
      <PageHeading title={title} lead={t('calendar.lead')} />
      <Tabs
        label={title}
        tabs={[
          ...counts.map((one) => ({
            to: `?when=${one.bucket}${mine}`,
            label: t(`bucket.${one.bucket}`),
            count: one.count,
            isCurrent: one.bucket === bucket,
          })),
          { to: `?month=${month ?? thisMonth}${mine}`, label: t('calendar.month'), isCurrent: month !== null },
        ]}
      />
      <p className="mb-4">
        {isMine ? <Link to={here}>{t('calendar.everybody')}</Link> : <Link to={`${here}&mine=1`}>{t('calendar.mine')}</Link>}
      </p>
      {around && (
        <p className="mb-4 actions">
          <Link to={`?month=${around.previous}${mine}`}>{t('calendar.previous')}</Link>
          <b className="num">{month}</b>
          <Link to={`?month=${around.next}${mine}`}>{t('calendar.next')}</Link>
        </p>
      )}
      {days.length === 0 && <p>{t('calendar.none')}</p>}
      {days.map((day) => (
        <section key={day} aria-label={formatDay(day, language)} className="mb-6">
          <h2 className="mb-2">{formatDay(day, language)}</h2>
          <AgendaTable caption={formatDay(day, language)} rows={entries.filter(({ dueOn }) => dueOn === day)} isDayHidden />
        </section>
      ))}
      {totalCount > entries.length && <p className="small mute">{t('calendar.more', { total: totalCount, shown: entries.length })}</p>}
    </>
  )
}
