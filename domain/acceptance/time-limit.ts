import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { isWorkingDay } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'

/** Days that don't count, first and last included. */
export interface PausedDays {
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
}

/** The promised time limit of an accepted case. */
export interface TimeLimit {
  readonly acceptedOn: CalendarDay
  readonly workingDays: number
  readonly pauses: readonly PausedDays[]
}

/** Where a time limit stands at the end of a day. */
export interface TimeLimitState {
  /** Working days that counted so far, never more than the limit has. */
  readonly usedWorkingDays: number
  readonly remainingWorkingDays: number
  readonly isPaused: boolean
  /** Last day for the decision. */
  readonly dueOn: CalendarDay
}

/**
 * The time limit of a case in working days (行政许可法 art. 42, 82): the day of acceptance doesn't count, nor does a working day within a
 * pause (art. 45), however many pauses cover it. A limit of no days ends on the day of acceptance.
 * @param on the day whose end is asked for
 */
export function timeLimitOn(
  { acceptedOn, workingDays, pauses }: TimeLimit,
  on: CalendarDay,
  calendar: WorkingCalendar,
): Result<TimeLimitState, CalendarNotLoaded> {
  const isPausedOn = (day: CalendarDay) => pauses.some(({ fromOn, untilOn }) => fromOn <= day && day <= untilOn)
  let day = acceptedOn
  let usedWorkingDays = 0
  for (let counted = 0; counted < workingDays;) {
    day = addDays(day, 1)
    const working = isWorkingDay(day, calendar)
    if (!working.ok) return working
    if (!working.value || isPausedOn(day)) continue
    counted += 1
    if (day <= on) usedWorkingDays = counted
  }
  return ok({ usedWorkingDays, remainingWorkingDays: workingDays - usedWorkingDays, isPaused: isPausedOn(on), dueOn: day })
}
