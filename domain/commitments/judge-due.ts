import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays, isWorkingDay } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { assessSupplement } from './miss.ts'
import type { OutstandingMaterial } from './miss.ts'
import { nextDueDay } from './next-due.ts'
import type { RunningPromise } from './next-due.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/**
 * What a promise is whose day has ended. MISSED: broken on that day. MOVED: the day turned out to be no working day, so these materials run
 * on to the next one. NOT_DUE: nothing that may still be demanded was due; `nextDueOn` is when something is, null for never.
 */
export type DueJudgement =
  | { readonly kind: 'MISSED'; readonly dueOn: CalendarDay; readonly outstanding: readonly OutstandingMaterial[] }
  | { readonly kind: 'MOVED'; readonly materials: readonly number[]; readonly fromOn: CalendarDay; readonly toOn: CalendarDay }
  | { readonly kind: 'NOT_DUE'; readonly nextDueOn: CalendarDay | null }

/**
 * Judges a promise at `now` (R1). Materials in `excused` may not be demanded any more. A due day is promised as a working day; where a later
 * holiday notice made it none, the period ends with the next working day (民法典 art. 203, by analogy: our reading, evidence D). Without the
 * notice of that year nobody can say whether the day counts, and nothing is judged.
 */
export function judgeDue(
  promise: RunningPromise,
  rules: ToleranceRuleSet,
  calendar: WorkingCalendar,
  now: Date,
  excused: ReadonlySet<number> = new Set(),
): Result<DueJudgement, CalendarNotLoaded> {
  const nextDueOn = nextDueDay(promise, rules, now, excused)
  const materials = promise.materials.filter(({ seq }) => !excused.has(seq))
  if (nextDueOn === null) return ok({ kind: 'NOT_DUE', nextDueOn })
  const assessed = assessSupplement({ dueOn: promise.dueOn, materials }, rules, now)
  if (assessed.state !== 'MISSED') return ok({ kind: 'NOT_DUE', nextDueOn })
  const { dueOn, outstanding } = assessed
  const working = isWorkingDay(dueOn, calendar)
  if (!working.ok) return working
  if (working.value) return ok({ kind: 'MISSED', dueOn, outstanding })
  const next = addWorkingDays(dueOn, 1, calendar)
  if (!next.ok) return next
  const moved = outstanding.filter((one) => one.dueOn === dueOn).map(({ seq }) => seq)
  return ok({ kind: 'MOVED', materials: moved, fromOn: dueOn, toOn: next.value })
}
