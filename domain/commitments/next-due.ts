import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CommitmentState } from './commitment-state.ts'
import { assessSupplement } from './miss.ts'
import type { PromisedSupplement } from './miss.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/** What decides whether anything of a commitment can still fall due. */
export interface RunningPromise extends PromisedSupplement {
  readonly mode: string
  readonly state: CommitmentState
}

/**
 * The earliest day on which something promised falls due, a day already past included; null where nothing does: the promise is closed,
 * everything was received, or it is one of truth 容缺办理, which verification closes and no day breaks. `excused` are materials that
 * nobody may demand any more.
 */
export function nextDueDay(
  { mode, state, dueOn, materials }: RunningPromise,
  rules: ToleranceRuleSet,
  now: Date,
  excused: ReadonlySet<number> = new Set(),
): CalendarDay | null {
  const demanded = materials.filter(({ seq }) => !excused.has(seq))
  if (state !== 'PENDING' || mode !== 'TOLERANT_ACCEPTANCE' || demanded.length === 0) return null
  const assessed = assessSupplement({ dueOn, materials: demanded }, rules, now)
  return assessed.state === 'FULFILLED' ? null : assessed.dueOn
}
