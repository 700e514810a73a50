import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'

/** How long a case has been open, by calendar days (our own steps). */
export const caseAges = ['WEEK', 'MONTH', 'QUARTER', 'LONGER'] as const
export type CaseAge = (typeof caseAges)[number]

const mostDays: Readonly<Record<Exclude<CaseAge, 'LONGER'>, number>> = { WEEK: 7, MONTH: 30, QUARTER: 90 }

/** The step in which a case reported on that day stands today. */
export function caseAgeOf(reportedOn: CalendarDay, today: CalendarDay): CaseAge {
  const days = (startOfShanghaiDay(today).getTime() - startOfShanghaiDay(reportedOn).getTime()) / 86_400_000
  if (days <= mostDays.WEEK) return 'WEEK'
  if (days <= mostDays.MONTH) return 'MONTH'
  return days <= mostDays.QUARTER ? 'QUARTER' : 'LONGER'
}
