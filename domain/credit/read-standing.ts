import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditGrade } from './grade.ts'
import { isListedOn } from './list-membership.ts'
import type { CreditStanding } from './standing.ts'

/**
 * The grade that a stored standing gives on the day it is read: E from the first to the last day on the blacklist, without waiting
 * for a new rating, otherwise what its score gives. It needs no rules: the row was written under its own.
 */
export function gradeOn({ lists, gradeOffList }: Pick<CreditStanding, 'lists' | 'gradeOffList'>, day: CalendarDay): CreditGrade {
  return isListedOn(lists, 'BLACKLIST', day) ? 'E' : gradeOffList
}

/** The platform mean a stored standing was computed with, so that it can be computed again; null where it played no part. */
export function platformMeanOf(standing: Pick<CreditStanding, 'explanation'>): number | null {
  return standing.explanation.find((line) => line.code === 'PLATFORM_MEAN')?.points ?? null
}

/** The names of what differs between a stored standing and the one rebuilt from the facts; empty when both agree. */
export function standingDifferences(stored: CreditStanding, rebuilt: CreditStanding): readonly (keyof CreditStanding)[] {
  const names = Object.keys(rebuilt) as (keyof CreditStanding)[]
  return names.filter((name) => canonical(stored[name]) !== canonical(rebuilt[name]))
}

/** JSON with sorted keys: a database may give an object's keys back in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
