import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** What a scored fact is; the points of a complaint come from the rule set, all others carry their own. */
export const creditEventKinds = ['VIOLATION', 'COMPLAINT', 'LATE_DELIVERY', 'COMMITMENT_MISSED', 'COMMITMENT_UNTRUE', 'HONOUR'] as const
export type CreditEventKind = (typeof creditEventKinds)[number]

/**
 * A scored fact with evidence (rulebook R6). `points` is signed: a violation of 6 catalogue points is -6. `countsFromOn` is the
 * day it became known to the score (the decision, not the deed); `countsUntilOn` the last day it counts, null while nothing
 * ends it. `clause` names the catalogue row or the rule it was recorded under.
 */
export interface CreditEvent {
  readonly eventId: string
  readonly kind: CreditEventKind
  readonly points: number
  readonly clause: string
  readonly countsFromOn: CalendarDay
  readonly countsUntilOn: CalendarDay | null
  readonly annulledOn: CalendarDay | null
}

export const reviewRaters = ['OWNER', 'AUTHORITY', 'PLATFORM'] as const
export type ReviewRater = (typeof reviewRaters)[number]

export const reviewDimensions = ['quality', 'timeliness', 'attitude', 'fees', 'conduct'] as const
export type ReviewDimension = (typeof reviewDimensions)[number]

/**
 * One rater's review of one engagement, each dimension from 1 to 5 (rulebook R4). `deliveredOn` is the day the deliverable was
 * uploaded: it dates the engagement, so that all its raters leave the window together. Before `recordedOn` it does not exist.
 */
export interface CreditReview {
  readonly reviewId: string
  readonly engagementId: string
  readonly rater: ReviewRater
  readonly dimensions: Readonly<Record<ReviewDimension, number>>
  readonly deliveredOn: CalendarDay
  readonly recordedOn: CalendarDay
  readonly annulledOn: CalendarDay | null
}

/**
 * Whether an annulment holds on that day. From its day on the fact is as if it had never been; earlier days are
 * reproduced as they stood, because receipts were signed on them.
 */
export function isAnnulledOn(annulledOn: CalendarDay | null, day: CalendarDay): boolean {
  return annulledOn !== null && annulledOn <= day
}
