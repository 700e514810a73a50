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

/** Whether the intermediary may hand over the result now, and how late it is (rulebook R4). */
export function decideDelivery(
  engagement: { readonly state: EngagementState; readonly deliverDueOn: CalendarDay },
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Result<ResultDelivered, EngagementStepRefusal | CalendarNotLoaded> {
  const refusal = wrongEngagementState(engagement.state, 'DELIVERED')
  if (refusal) return refuse(refusal)
  const today = shanghaiDayOf(now)
  if (today <= engagement.deliverDueOn) return ok({ type: 'RESULT_DELIVERED', deliveredAt: now, lateWorkingDays: 0 })
  const late = countWorkingDays(engagement.deliverDueOn, today, calendar)
  return late.ok ? ok({ type: 'RESULT_DELIVERED', deliveredAt: now, lateWorkingDays: late.value }) : late
}
