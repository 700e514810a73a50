import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'

export interface ReminderDay {
  readonly dueOn: CalendarDay
  /** Working days from today to the due day; 0 is today itself. */
  readonly daysAhead: number
}

/**
 * The due days that are reminded of today, with how far ahead they are. A day that lies in a year without a calendar is left out, and the
 * year is named: the nearer days are reminded of all the same.
 */
export function reminderDays(
  today: CalendarDay,
  daysAhead: readonly number[],
  calendar: WorkingCalendar,
): { readonly days: readonly ReminderDay[]; readonly unloadedYears: readonly number[] } {
  const days: ReminderDay[] = []
  const unloadedYears = new Set<number>()
  for (const ahead of daysAhead) {
    // Today needs no calendar: whatever falls due today falls due today.
    const day = ahead === 0 ? ({ ok: true, value: today } as const) : addWorkingDays(today, ahead, calendar)
    if (day.ok) days.push({ dueOn: day.value, daysAhead: ahead })
    else unloadedYears.add(day.refusal.year)
  }
  return { days, unloadedYears: [...unloadedYears] }
}
