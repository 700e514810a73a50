import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import { incomplete, separationBroken } from './case-guards.ts'
import type { ListingRuleSet } from './listing-rule-set.ts'
import type { ViolationCase, ViolationCaseState } from './violation-case.ts'
import type { ViolationRefusal } from './violation-command.ts'

/** 临时暂停措施: a measure of its own during a case, from first to last day. Lifted means without effect from `liftedOn` on. */
export interface InterimSuspension {
  readonly suspensionId: string
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
  readonly liftedOn: CalendarDay | null
}

export interface SuspensionCommand {
  readonly actorId: string
  readonly basis: string
  readonly reasons: string
  /** Last day of the measure; it starts today. */
  readonly untilOn: CalendarDay
}

export type SuspensionOrdered = {
  readonly type: 'SUSPENSION_ORDERED'
  readonly orderedById: string
  readonly orderedAt: Date
  readonly fromOn: CalendarDay
  readonly untilOn: CalendarDay
  readonly ruleSetVersion: string
}

export type SuspensionRefusal =
  | ViolationRefusal
  | { readonly code: 'NOT_SUSPENDABLE'; readonly kind: ViolationCase['kind'] }
  | { readonly code: 'SUSPENSION_ALREADY_ENDED'; readonly earliestOn: CalendarDay }
  | { readonly code: 'SUSPENSION_TOO_LONG'; readonly daysLeft: number; readonly mostOn: CalendarDay | null }

const suspendableStates: readonly ViolationCaseState[] = ['INVESTIGATING', 'NOTICED', 'DEFENCE_FILED']

/** Last day on which a suspension holds, as known on `asOf`. */
export function suspensionHoldsUntil(suspension: InterimSuspension, asOf: CalendarDay): CalendarDay {
  const { untilOn, liftedOn } = suspension
  if (liftedOn === null || asOf < liftedOn) return untilOn
  const lifted = addDays(liftedOn, -1)
  return lifted < untilOn ? lifted : untilOn
}

/**
 * Whether a decider may suspend the subject of an open case from today (rulebook R5): reasoned, dated, by someone who neither
 * reported nor investigated, at most 30 days over all suspensions of the case (D), so that it never becomes a silent listing.
 */
export function decideSuspension(
  state: ViolationCase,
  earlier: readonly InterimSuspension[],
  command: SuspensionCommand,
  context: { readonly now: Date; readonly ruleSet: ListingRuleSet },
): Result<SuspensionOrdered, SuspensionRefusal> {
  if (state.kind !== 'VIOLATION') return refuse({ code: 'NOT_SUSPENDABLE', kind: state.kind })
  if (!suspendableStates.includes(state.state)) {
    return refuse({ code: 'WRONG_STATE', state: state.state, allowed: suspendableStates })
  }
  const refusal = separationBroken(state, command.actorId) ?? incomplete({ basis: command.basis, reasons: command.reasons })
  if (refusal) return refuse(refusal)

  const { now, ruleSet } = context
  const fromOn = shanghaiDayOf(now)
  if (command.untilOn < fromOn) return refuse({ code: 'SUSPENSION_ALREADY_ENDED', earliestOn: fromOn })
  const used = earlier.reduce((days, one) => days + daysOf(one.fromOn, suspensionHoldsUntil(one, fromOn)), 0)
  const daysLeft = Math.max(0, ruleSet.parameters.suspensionMaxDays.value - used)
  if (daysOf(fromOn, command.untilOn) > daysLeft) {
    return refuse({ code: 'SUSPENSION_TOO_LONG', daysLeft, mostOn: daysLeft > 0 ? addDays(fromOn, daysLeft - 1) : null })
  }
  return ok({
    type: 'SUSPENSION_ORDERED',
    orderedById: command.actorId,
    orderedAt: now,
    fromOn,
    untilOn: command.untilOn,
    ruleSetVersion: ruleSet.version,
  })
}

/** Calendar days from first to last, both counted; 0 for an empty span. */
function daysOf(first: CalendarDay, last: CalendarDay): number {
  const days = (startOfShanghaiDay(last).getTime() - startOfShanghaiDay(first).getTime()) / 86_400_000 + 1
  return Math.max(0, days)
}
