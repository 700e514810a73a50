import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { countWorkingDays } from '#domain/kernel/working-days.ts'
import type { EngagementState } from './engagement.ts'
import { engagementTransitions } from './engagement.ts'

export type EngagementStepRefusal = {
  readonly code: 'ENGAGEMENT_WRONG_STATE'
  readonly state: EngagementState
  readonly allowed: readonly EngagementState[]
}

/** More is charged than was agreed at the choice; the client's consent would need a new choice (rulebook R3). */
export type FeeRaisedAfterChoice = {
  readonly code: 'FEE_RAISED_AFTER_CHOICE'
  readonly feeFen: number
  readonly chargedFeeFen: number
}

/** A result handed over. `lateWorkingDays` counts the working days after the promised last day; 0 is in time. */
export interface ResultDelivered {
  readonly type: 'RESULT_DELIVERED'
  readonly deliveredAt: Date
  readonly lateWorkingDays: number
}

/** More than this many working days late is a violation (湖口 综合类一般违规, evidence E). */
export const lateViolationWorkingDays = 10

/** The refusal of a step that the state doesn't allow; null when it may go on. */
export function wrongEngagementState(state: EngagementState, target: EngagementState): EngagementStepRefusal | null {
  const allowed = engagementTransitions[state]
  return allowed.includes(target) ? null : { code: 'ENGAGEMENT_WRONG_STATE', state, allowed }
}

/**
 * Whether the intermediary may hand over the result now, and how late it is (rulebook R4). `chargedFeeFen` is what it charges in the end,
 * null where it doesn't say: less than agreed is welcome, more is refused.
 */
export function decideDelivery(
  engagement: { readonly state: EngagementState; readonly deliverDueOn: CalendarDay; readonly feeFen: number },
  { now, calendar, chargedFeeFen }: { readonly now: Date; readonly calendar: WorkingCalendar; readonly chargedFeeFen: number | null },
): Result<ResultDelivered, EngagementStepRefusal | FeeRaisedAfterChoice | CalendarNotLoaded> {
  const refusal = wrongEngagementState(engagement.state, 'DELIVERED')
  if (refusal) return refuse(refusal)
  const { feeFen } = engagement
  if (chargedFeeFen !== null && chargedFeeFen > feeFen) return refuse({ code: 'FEE_RAISED_AFTER_CHOICE', feeFen, chargedFeeFen })
  const today = shanghaiDayOf(now)
  if (today <= engagement.deliverDueOn) return ok({ type: 'RESULT_DELIVERED', deliveredAt: now, lateWorkingDays: 0 })
  const late = countWorkingDays(engagement.deliverDueOn, today, calendar)
  return late.ok ? ok({ type: 'RESULT_DELIVERED', deliveredAt: now, lateWorkingDays: late.value }) : late
}
