import type { ReviewDimension } from '#domain/credit/credit-fact.ts'
import { reviewDimensions } from '#domain/credit/credit-fact.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays, countWorkingDays } from '#domain/kernel/working-days.ts'
import type { EngagementStepRefusal } from './delivery.ts'
import { wrongEngagementState } from './delivery.ts'
import type { EngagementState } from './engagement.ts'

/** Reviews may be given for 15 working days from the day after the result came (吴江, evidence E). */
export const reviewWindowWorkingDays = 15

export type ReviewMarks = Readonly<Record<ReviewDimension, number>>

export interface OwnerReviewed {
  readonly type: 'OWNER_REVIEWED'
  readonly reviewedAt: Date
  readonly marks: ReviewMarks
}

export type ReviewRefusal =
  | EngagementStepRefusal
  | { readonly code: 'REVIEW_WINDOW_OVER'; readonly lastOn: CalendarDay }
  | { readonly code: 'REVIEW_MARK_INVALID'; readonly dimension: ReviewDimension }
  | CalendarNotLoaded

/** Last day of the review window; the day of delivery is excluded. */
export function reviewLastOn(deliveredAt: Date, calendar: WorkingCalendar): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(shanghaiDayOf(deliveredAt), reviewWindowWorkingDays, calendar)
}

/** Whether the owner may review the engagement now (rulebook R4): a result is there, the window is open, every mark is 1 to 5. */
export function decideOwnerReview(
  engagement: { readonly state: EngagementState; readonly deliveredAt: Date | null },
  marks: ReviewMarks,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Result<OwnerReviewed, ReviewRefusal> {
  const refusal = wrongEngagementState(engagement.state, 'COMPLETED')
  if (refusal || engagement.deliveredAt === null)
    return refuse(refusal ?? { code: 'ENGAGEMENT_WRONG_STATE', state: engagement.state, allowed: [] })
  const invalid = reviewDimensions.find((dimension) => !Number.isInteger(marks[dimension]) || marks[dimension] < 1 || marks[dimension] > 5)
  if (invalid) return refuse({ code: 'REVIEW_MARK_INVALID', dimension: invalid })
  // Counted up to today, so that an open window never waits for the calendar of a year that is still to come.
  const used = countWorkingDays(shanghaiDayOf(engagement.deliveredAt), shanghaiDayOf(now), calendar)
  if (!used.ok) return used
  if (used.value > reviewWindowWorkingDays) {
    const lastOn = reviewLastOn(engagement.deliveredAt, calendar)
    return lastOn.ok ? refuse({ code: 'REVIEW_WINDOW_OVER', lastOn: lastOn.value }) : lastOn
  }
  return ok({ type: 'OWNER_REVIEWED', reviewedAt: now, marks })
}
