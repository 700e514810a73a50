import type { IntakeParameters } from '#domain/commitments/intake-parameters.ts'
import type { PauseCause } from '#domain/commitments/pause-causes.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays, countWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { CaseState } from './case-state.ts'

/** 时限中止: it says from its first day until when it lasts, ends by itself, and may be ended before. */
export interface CasePause {
  readonly cause: PauseCause
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
}

/** The case whose time limit is to stand still from today on. */
export interface PausingCase {
  readonly state: CaseState
  readonly today: CalendarDay
  readonly decisionDueOn: CalendarDay
  readonly pauses: readonly CasePause[]
  /** The day by which everything promised that is still out has to be there; null: nothing is awaited. */
  readonly awaitedUntil: CalendarDay | null
}

export type PauseRefusal =
  | { readonly code: 'PAUSE_CASE_NOT_ACCEPTED'; readonly state: CaseState }
  | { readonly code: 'PAUSE_RUNNING'; readonly cause: PauseCause; readonly untilOn: CalendarDay }
  | { readonly code: 'PAUSE_CAUSE_USED'; readonly cause: PauseCause }
  | { readonly code: 'PAUSE_LIMIT_OVER'; readonly dueOn: CalendarDay }
  | { readonly code: 'PAUSE_NOTHING_AWAITED' }
  | { readonly code: 'PAUSE_END_PAST' }
  | { readonly code: 'PAUSE_TOO_LONG'; readonly latestOn: CalendarDay; readonly clause: string }

/**
 * Whether the time limit may stand still from today on. A pause is no way out of a limit that is over; none runs beside another, none comes
 * back for the same cause, none lasts longer than the rules allow. Its last day is told to the applicant in writing (行政许可法 art. 45), so it
 * is asked for. Waiting for a supplement needs one that is awaited, and ends with its day.
 */
export function decidePause(
  { state, today, decisionDueOn, pauses, awaitedUntil }: PausingCase,
  { cause, untilOn }: { readonly cause: PauseCause; readonly untilOn: CalendarDay },
  { pauseWorkingDays, isEachPauseCauseOnce }: IntakeParameters,
  calendar: WorkingCalendar,
): Result<CasePause, PauseRefusal | CalendarNotLoaded> {
  if (state !== 'ACCEPTED') return refuse({ code: 'PAUSE_CASE_NOT_ACCEPTED', state })
  const running = pauses.find((one) => today <= one.untilOn)
  if (running) return refuse({ code: 'PAUSE_RUNNING', cause: running.cause, untilOn: running.untilOn })
  if (decisionDueOn < today) return refuse({ code: 'PAUSE_LIMIT_OVER', dueOn: decisionDueOn })
  if (isEachPauseCauseOnce.value && pauses.some((one) => one.cause === cause)) return refuse({ code: 'PAUSE_CAUSE_USED', cause })
  if (cause === 'SUPPLEMENT' && awaitedUntil === null) return refuse({ code: 'PAUSE_NOTHING_AWAITED' })
  if (untilOn < today) return refuse({ code: 'PAUSE_END_PAST' })
  const clause = citeBasis(pauseWorkingDays.basis)
  if (cause === 'SUPPLEMENT' && awaitedUntil !== null && untilOn > awaitedUntil) {
    return refuse({ code: 'PAUSE_TOO_LONG', latestOn: awaitedUntil, clause })
  }
  const most = pauseWorkingDays.value[cause]
  // Counted to the day that is asked for, not to the longest one: that may lie in a year whose calendar isn't loaded yet.
  const asked = countWorkingDays(addDays(today, -1), untilOn, calendar)
  if (!asked.ok) return asked
  if (asked.value > most) {
    const latestOn = addWorkingDays(addDays(today, -1), most, calendar)
    return latestOn.ok ? refuse({ code: 'PAUSE_TOO_LONG', latestOn: latestOn.value, clause }) : latestOn
  }
  return ok({ cause, fromOn: today, untilOn })
}

export type PauseEndRefusal = { readonly code: 'PAUSE_NOT_RUNNING' }

/**
 * The pause as it is once its cause has gone today: the limit runs again from today on. Ended on its very first day it still covers that one:
 * the day was spent.
 */
export function endPause(pause: CasePause, today: CalendarDay): Result<CasePause, PauseEndRefusal> {
  if (today > pause.untilOn || today < pause.fromOn) return refuse({ code: 'PAUSE_NOT_RUNNING' })
  return ok({ ...pause, untilOn: today === pause.fromOn ? today : addDays(today, -1) })
}
