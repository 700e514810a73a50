import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { Deliverable } from './deliverable.ts'
import { latenessOf, returnedVersions } from './deliverable.ts'
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

/** A version of the result handed over. `lateWorkingDays` as `latenessOf` counts them; 0 is in time. */
export interface ResultDelivered {
  readonly type: 'RESULT_DELIVERED'
  readonly deliveredAt: Date
  readonly lateWorkingDays: number
  readonly deliverableVersion: number
}

/** The refusal of a step that the state doesn't allow; null when it may go on. */
export function wrongEngagementState(state: EngagementState, target: EngagementState): EngagementStepRefusal | null {
  const allowed = engagementTransitions[state]
  return allowed.includes(target) ? null : { code: 'ENGAGEMENT_WRONG_STATE', state, allowed }
}

/** An engagement as the delivery of its result sees it. `feeFen` is the fee agreed: the contract's. */
export interface DeliverableEngagement {
  readonly state: EngagementState
  readonly hasContract: boolean
  readonly deliverDueOn: CalendarDay
  readonly feeFen: number
  /** What came before. */
  readonly deliverables: readonly Deliverable[]
}

/**
 * Whether the intermediary may hand over a version of the result now, and how late it is (rulebook R4): under a contract only, because
 * without one nobody has agreed what the result is to be. `chargedFeeFen` is what it charges in the end, null where it doesn't say: less
 * than agreed is welcome, more is refused.
 */
export function decideDelivery(
  engagement: DeliverableEngagement,
  { now, calendar, chargedFeeFen }: { readonly now: Date; readonly calendar: WorkingCalendar; readonly chargedFeeFen: number | null },
): Result<ResultDelivered, EngagementStepRefusal | FeeRaisedAfterChoice | CalendarNotLoaded | { readonly code: 'CONTRACT_REQUIRED' }> {
  const refusal = wrongEngagementState(engagement.state, 'DELIVERED')
  if (refusal) return refuse(refusal)
  if (!engagement.hasContract) return refuse({ code: 'CONTRACT_REQUIRED' })
  const { feeFen, deliverDueOn, deliverables } = engagement
  if (chargedFeeFen !== null && chargedFeeFen > feeFen) return refuse({ code: 'FEE_RAISED_AFTER_CHOICE', feeFen, chargedFeeFen })
  const late = latenessOf({ deliverDueOn, submittedOn: shanghaiDayOf(now), returned: returnedVersions(deliverables) }, calendar)
  const deliverableVersion = Math.max(0, ...deliverables.map((one) => one.deliverableVersion)) + 1
  return late.ok ? ok({ type: 'RESULT_DELIVERED', deliveredAt: now, lateWorkingDays: late.value, deliverableVersion }) : late
}
