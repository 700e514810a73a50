import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { reminderOn } from '#domain/procedures/reminder.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { raiseAlert } from '../supervision/raise-alert.ts'
import { caseDeadlines } from './deadlines.ts'
import type { DeadlineSource } from './deadlines.ts'
import { remind } from './remind.ts'

/** Calendar days that are looked ahead: more than any reminder needs, whatever holidays lie between. */
const LOOK_AHEAD_DAYS = 25
/** How long a missed deadline is still told of, should the worker have stood still. */
const LOOK_BACK_DAYS = 30

/**
 * Reminds of the deadlines of violation cases, each reminder once whatever the number of sweeps. A deadline that can't be counted because a
 * calendar is missing raises its alert and leaves the others alone. Answers how many were reminded of.
 */
export async function remindOfDeadlines(context: UseCaseContext): Promise<{ readonly reminded: number; readonly uncounted: number }> {
  demand(context, 'deadline.remind')
  let reminded = 0
  let uncounted = 0
  for (const source of caseDeadlines) {
    const done = await runInTransaction(context, (unit) => remindOf(unit, source))
    reminded += done.reminded
    uncounted += done.uncounted
  }
  return { reminded, uncounted }
}

async function remindOf(unit: UnitOfWork, source: DeadlineSource) {
  const today = shanghaiDayOf(unit.now)
  const calendar = await loadCalendar(unit.tx)
  const from = source.overdue ? addDays(today, -LOOK_BACK_DAYS) : today
  const due = await source.find(unit.tx, from, addDays(today, LOOK_AHEAD_DAYS))
  let reminded = 0
  const years = new Set<number>()
  for (const one of due) {
    const { overdue } = source
    const isOver = one.dueOn < today
    if (isOver && !overdue) continue
    const daysAhead = isOver ? -1 : counted(one.dueOn, today, source, calendar, years)
    if (daysAhead === null) continue
    const topic = isOver && overdue ? overdue.topic : source.topic
    const { sourceType, entity } = source
    if (await remind(unit, { sourceType, sourceId: one.id, dueOn: one.dueOn, daysAhead, topic, entity })) reminded += 1
  }
  for (const year of years) {
    await raiseAlert(unit, {
      kind: 'CALENDAR_NOT_LOADED',
      level: 'RED',
      sourceType: source.sourceType,
      sourceId: String(year),
      facts: { year },
    })
  }
  return { reminded, uncounted: years.size }
}

function counted(dueOn: string, today: string, { ahead }: DeadlineSource, calendar: WorkingCalendar, years: Set<number>): number | null {
  const due = reminderOn(dueOn, today, ahead, calendar)
  if (due.ok) return due.value
  years.add(due.refusal.year)
  return null
}
