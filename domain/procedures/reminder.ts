import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { countWorkingDays } from '#domain/kernel/working-days.ts'

/** When people are reminded of a deadline, in working days ahead; 0 is the day itself. */
export type RemindedAhead = readonly number[]

/**
 * Which reminder of a deadline falls on today, as its number of working days ahead; null for none. A sweep that missed its day catches up
 * with the next one: whoever has 2 working days left and was never told gets the reminder of 3.
 */
export function reminderOn(
  dueOn: CalendarDay,
  today: CalendarDay,
  ahead: RemindedAhead,
  calendar: WorkingCalendar,
): Result<number | null, CalendarNotLoaded> {
  if (dueOn < today) return ok(null)
  const left = countWorkingDays(today, dueOn, calendar)
  if (!left.ok) return left
  // The last working day may lie before the deadline itself; on the days between, nothing is left but the day.
  const days = dueOn === today ? 0 : Math.max(1, left.value)
  const due = [...ahead].sort((a, b) => a - b).find((one) => days <= one)
  return ok(due ?? null)
}
