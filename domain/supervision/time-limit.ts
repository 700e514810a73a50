import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { endOfShanghaiDay, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { countWorkingDays, isWorkingDay } from '#domain/kernel/working-days.ts'
import type { AlertLevel } from './alert.ts'

/** R7: yellow when 90 % of a time limit is used, red when it is exceeded. */
export const yellowShare = 0.9

/** Office hours by which a working day is used up, 9:00 to 17:00; ours, so that the yellow warning comes while somebody can still act. */
const officeHours = { from: 9, until: 17 } as const

/** A time limit: the start day is not counted, the last day counts whole. In working days or calendar days, as the function says. */
export interface TimeLimit {
  readonly startedOn: CalendarDay
  readonly dueOn: CalendarDay
}

/** How much of a limit in working days is used, 0 to 1, and more than 1 once it is exceeded. */
export function usedShare({ startedOn, dueOn }: TimeLimit, now: Date, calendar: WorkingCalendar): Result<number, CalendarNotLoaded> {
  const today = shanghaiDayOf(now)
  const whole = countWorkingDays(startedOn, dueOn, calendar)
  if (!whole.ok) return whole
  if (today > dueOn) return ok(Infinity)
  const passed = countWorkingDays(startedOn, today, calendar)
  if (!passed.ok) return passed
  const working = isWorkingDay(today, calendar)
  if (!working.ok) return working
  const isRunning = working.value && today > startedOn
  const hour = (now.getTime() - startOfShanghaiDay(today).getTime()) / 3_600_000
  const ofToday = Math.min(1, Math.max(0, (hour - officeHours.from) / (officeHours.until - officeHours.from)))
  return ok(whole.value === 0 ? 1 : (passed.value - (isRunning ? 1 - ofToday : 0)) / whole.value)
}

/** The alert that a running time limit in working days calls for now; null: none yet. */
export function timeLimitLevel(limit: TimeLimit, now: Date, calendar: WorkingCalendar): Result<AlertLevel | null, CalendarNotLoaded> {
  const used = usedShare(limit, now, calendar)
  if (!used.ok) return used
  return ok(used.value > 1 ? 'RED' : used.value >= yellowShare ? 'YELLOW' : null)
}

/** The same for a limit in calendar days, which are used up by day and by night. */
export function calendarLimitLevel({ startedOn, dueOn }: TimeLimit, now: Date): AlertLevel | null {
  const from = endOfShanghaiDay(startedOn).getTime()
  const used = (now.getTime() - from) / (endOfShanghaiDay(dueOn).getTime() - from)
  return used >= 1 ? 'RED' : used >= yellowShare ? 'YELLOW' : null
}
