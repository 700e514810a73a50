import { addDays, compareDays, isCalendarDay, weekdayOf } from './calendar-day.ts'
import type { CalendarDay } from './calendar-day.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/**
 * The State Council's holiday notices as loaded (rulebook R8). `years` are the years whose notice is loaded: outside them
 * nothing is answered, because plain weekdays would be a wrong legal date that nobody notices.
 */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>
  readonly holidays: ReadonlySet<CalendarDay>
  readonly makeupWorkdays: ReadonlySet<CalendarDay>
}

/** The notice for this year has not been loaded; the reform office loads it. */
export type CalendarNotLoaded = { readonly code: 'CALENDAR_NOT_LOADED'; readonly year: number }

/** Whether the day is a working day 工作日: neither holiday nor plain weekend, or a weekend day worked in exchange. */
export function isWorkingDay(day: CalendarDay, calendar: WorkingCalendar): Result<boolean, CalendarNotLoaded> {
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`)
  const year = Number(day.slice(0, 4))
  if (!calendar.years.has(year)) return refuse({ code: 'CALENDAR_NOT_LOADED', year })
  if (calendar.holidays.has(day)) return ok(false)
  return ok(calendar.makeupWorkdays.has(day) || weekdayOf(day) <= 5)
}

/**
 * The n-th working day strictly after `start`; the start day never counts (行政许可法 art. 82, rulebook R8).
 * n is a whole number from 0 up; 0 gives the start day itself, working day or not.
 */
export function addWorkingDays(start: CalendarDay, n: number, calendar: WorkingCalendar): Result<CalendarDay, CalendarNotLoaded> {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`not a number of working days: ${n}`)
  if (n === 0) {
    const loaded = isWorkingDay(start, calendar)
    return loaded.ok ? ok(start) : loaded
  }
  let day = start
  for (let left = n; left > 0;) {
    day = addDays(day, 1)
    const working = isWorkingDay(day, calendar)
    if (!working.ok) return working
    if (working.value) left -= 1
  }
  return ok(day)
}

/** How many working days d lie in after < d <= throughInclusive; 0 when the span is empty. */
export function countWorkingDays(
  after: CalendarDay,
  throughInclusive: CalendarDay,
  calendar: WorkingCalendar,
): Result<number, CalendarNotLoaded> {
  let count = 0
  for (let day = after; compareDays(day, throughInclusive) < 0;) {
    day = addDays(day, 1)
    const working = isWorkingDay(day, calendar)
    if (!working.ok) return working
    if (working.value) count += 1
  }
  return ok(count)
}
