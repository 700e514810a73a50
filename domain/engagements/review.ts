import type { ReviewDimension, ReviewRater } from '#domain/credit/credit-fact.ts'
import { reviewDimensions } from '#domain/credit/credit-fact.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { EngagementState } from './engagement.ts'
import type { ReviewRuleSet } from './review-rule-set.ts'
import { amendmentLastOn, isWindowOver, reviewLastOn, windowFrom } from './review-window.ts'

export type ReviewMarks = Readonly<Record<ReviewDimension, number>>

/** An engagement as whoever wants to review it finds it. */
export interface ReviewableEngagement {
  readonly state: EngagementState
  readonly deliveredAt: Date | null
  readonly acceptedAt: Date | null
  readonly isContractBacked: boolean
  /** That rater has reviewed it. */
  readonly isReviewed: boolean
}

export interface ReviewContext {
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly rules: ReviewRuleSet
}

export type ReviewRefusal =
  | { readonly code: 'NOTHING_TO_REVIEW'; readonly state: EngagementState }
  | { readonly code: 'NOT_CONTRACT_BACKED' }
  | { readonly code: 'RESULT_NOT_ACCEPTED' }
  | { readonly code: 'REVIEW_GIVEN' }
  | { readonly code: 'REVIEW_WINDOW_OVER'; readonly lastOn: CalendarDay }
  | { readonly code: 'REVIEW_MARK_INVALID'; readonly dimension: ReviewDimension }
  | CalendarNotLoaded

/**
 * Whether the rater may review the engagement now (rulebook R4): a result is there, under a contract, the rater's window is open, every mark
 * is 1 to 5. The owner may review what was uploaded, and accepts it by that; the others review what was accepted. Who says nothing has
 * given no review: there is no automatic good one.
 */
export function decideReview(
  rater: ReviewRater,
  engagement: ReviewableEngagement,
  marks: ReviewMarks,
  context: ReviewContext,
): Result<{ readonly acceptsResult: boolean }, ReviewRefusal> {
  const { state, deliveredAt, acceptedAt } = engagement
  if (deliveredAt === null || (state !== 'DELIVERED' && state !== 'COMPLETED')) return refuse({ code: 'NOTHING_TO_REVIEW', state })
  if (!engagement.isContractBacked) return refuse({ code: 'NOT_CONTRACT_BACKED' })
  if (engagement.isReviewed) return refuse({ code: 'REVIEW_GIVEN' })
  if (rater !== 'OWNER' && state !== 'COMPLETED') return refuse({ code: 'RESULT_NOT_ACCEPTED' })
  const invalid = invalidMark(marks)
  if (invalid) return refuse({ code: 'REVIEW_MARK_INVALID', dimension: invalid })
  const dates = { deliveredAt, acceptedAt }
  const { rules, calendar } = context
  const isOver = isWindowOver(windowFrom(rater, dates, rules), rules.parameters.windowWorkingDays.value, context)
  if (!isOver.ok) return isOver
  if (!isOver.value) return ok({ acceptsResult: state === 'DELIVERED' })
  const lastOn = reviewLastOn(rater, dates, rules, calendar)
  return lastOn.ok ? refuse({ code: 'REVIEW_WINDOW_OVER', lastOn: lastOn.value }) : lastOn
}

export type AmendmentRefusal =
  | { readonly code: 'REVIEW_AMENDED' }
  | { readonly code: 'REVIEW_ANNULLED' }
  | { readonly code: 'AMENDMENT_WINDOW_OVER'; readonly lastOn: CalendarDay }
  | { readonly code: 'REVIEW_MARK_INVALID'; readonly dimension: ReviewDimension }
  | CalendarNotLoaded

export interface GivenReview {
  readonly recordedAt: Date
  readonly amendedAt: Date | null
  readonly annulledAt: Date | null
  readonly repliedAt: Date | null
}

/** Whether a review may be amended now: once, within the days after it was given. */
export function decideAmendment(review: GivenReview, marks: ReviewMarks, context: ReviewContext): Result<true, AmendmentRefusal> {
  if (review.annulledAt !== null) return refuse({ code: 'REVIEW_ANNULLED' })
  if (review.amendedAt !== null) return refuse({ code: 'REVIEW_AMENDED' })
  const invalid = invalidMark(marks)
  if (invalid) return refuse({ code: 'REVIEW_MARK_INVALID', dimension: invalid })
  const { rules, calendar } = context
  const isOver = isWindowOver(shanghaiDayOf(review.recordedAt), rules.parameters.amendmentWorkingDays.value, context)
  if (!isOver.ok) return isOver
  if (!isOver.value) return ok(true)
  const lastOn = amendmentLastOn(review.recordedAt, rules, calendar)
  return lastOn.ok ? refuse({ code: 'AMENDMENT_WINDOW_OVER', lastOn: lastOn.value }) : lastOn
}

export type ReplyRefusal = { readonly code: 'REVIEW_REPLIED' } | { readonly code: 'REVIEW_ANNULLED' }

/** Whether the intermediary may reply now: once to each review (rulebook R4), at any time (our own default). */
export function decideReply({ repliedAt, annulledAt }: GivenReview): Result<true, ReplyRefusal> {
  if (annulledAt !== null) return refuse({ code: 'REVIEW_ANNULLED' })
  return repliedAt === null ? ok(true) : refuse({ code: 'REVIEW_REPLIED' })
}

const invalidMark = (marks: ReviewMarks): ReviewDimension | undefined =>
  reviewDimensions.find((dimension) => !Number.isInteger(marks[dimension]) || marks[dimension] < 1 || marks[dimension] > 5)
