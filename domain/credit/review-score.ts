import { addDays, addMonths, lastDayOfMonths } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditReview } from './credit-fact.ts'
import { isAnnulledOn, reviewDimensions } from './credit-fact.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import type { ScoreLine } from './score-line.ts'
import { byId, roundTo } from './score-line.ts'

/** The review part of a score: null without a counting review. */
export interface ReviewScore {
  readonly reviewScore: number | null
  readonly reviewedEngagements: number
  readonly lines: readonly ScoreLine[]
}

/** A review's mark from 0 to 100: the mean of its five dimensions on the scale of the rule set. */
export function ratingOf(review: CreditReview, ruleSet: CreditRuleSet): number {
  const { worst, best } = ruleSet.parameters.reviewScale.value
  const sum = reviewDimensions.reduce((total, dimension) => total + review.dimensions[dimension], 0)
  return ((sum / reviewDimensions.length - worst) / (best - worst)) * 100
}

/** Last day on which a review counts: its engagement leaves the window on the same date 24 months later. */
export function reviewCountsUntil(review: CreditReview, ruleSet: CreditRuleSet): CalendarDay {
  return lastDayOfMonths(review.deliveredOn, ruleSet.parameters.reviewWindowMonths.value)
}

/** The earliest day of delivery whose engagement still counts on that day. */
export function reviewWindowFrom(ruleSet: CreditRuleSet, asOf: CalendarDay): CalendarDay {
  const months = ruleSet.parameters.reviewWindowMonths.value
  // Months differ in length by three days at most: look from the earliest day that can be meant.
  let first = addDays(addMonths(asOf, -months), -3)
  while (lastDayOfMonths(first, months) < asOf) first = addDays(first, 1)
  return first
}

/** The reviews that count on that day, by id. */
export function countingReviews(reviews: readonly CreditReview[], ruleSet: CreditRuleSet, asOf: CalendarDay): readonly CreditReview[] {
  return reviews
    .filter(
      (review) =>
        review.recordedOn <= asOf &&
        review.deliveredOn <= asOf &&
        asOf <= reviewCountsUntil(review, ruleSet) &&
        !isAnnulledOn(review.annulledOn, asOf),
    )
    .sort((a, b) => byId(a.reviewId, b.reviewId))
}

/**
 * The review score 0–100 (rulebook R6): within an engagement the raters present weigh 5:3:2; over the engagements of the window a
 * mean, shrunk to the platform mean with a prior worth 5 engagements. Without a platform mean nothing is shrunk. The platform mean enters
 * rounded to two decimals, as it is published and explained, so that a stored score can be computed again from its explanation.
 */
export function scoreReviews(
  reviews: readonly CreditReview[],
  platformMeanReview: number | null,
  ruleSet: CreditRuleSet,
  asOf: CalendarDay,
): ReviewScore {
  const counting = countingReviews(reviews, ruleSet, asOf)
  if (counting.length === 0) return { reviewScore: null, reviewedEngagements: 0, lines: [] }
  const { raterWeights, priorEngagements } = ruleSet.parameters

  const weightOfEngagement = new Map<string, number>()
  for (const review of counting) {
    const before = weightOfEngagement.get(review.engagementId) ?? 0
    weightOfEngagement.set(review.engagementId, before + raterWeights.value[review.rater])
  }
  const engagements = weightOfEngagement.size
  const prior = platformMeanReview === null ? 0 : priorEngagements.value
  const total = engagements + prior

  let weighted = 0
  const lines = counting.map((review): ScoreLine => {
    const share = raterWeights.value[review.rater] / (weightOfEngagement.get(review.engagementId) ?? 1)
    const points = ratingOf(review, ruleSet)
    weighted += points * (share / total)
    return {
      code: 'REVIEW_RATING',
      kind: 'REVIEW',
      points: roundTo(points, 2),
      weight: roundTo(share / total, 6),
      ruleClause: raterWeights.basis.clause,
      sourceId: review.reviewId,
      countsUntil: reviewCountsUntil(review, ruleSet),
    }
  })
  if (platformMeanReview !== null) {
    const published = roundTo(platformMeanReview, 2)
    weighted += published * (prior / total)
    lines.push({
      code: 'PLATFORM_MEAN',
      kind: 'REVIEW',
      points: published,
      weight: roundTo(prior / total, 6),
      ruleClause: priorEngagements.basis.clause,
      sourceId: null,
      countsUntil: null,
    })
  }
  return { reviewScore: roundTo(weighted, 2), reviewedEngagements: engagements, lines }
}
