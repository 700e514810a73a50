import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays, addMonths, endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { newcomerUntil } from './grade.ts'
import type { CreditGrade } from './grade.ts'
import { meanOn } from './platform-mean.ts'
import type { PublishedMean } from './platform-mean.ts'
import { reviewCountsUntil } from './review-score.ts'
import type { StandingFacts, StandingRuleSets } from './standing.ts'
import { computeStanding } from './standing.ts'

/** Grade and score from that day on, until the next point. */
export interface RatingPoint {
  readonly day: CalendarDay
  readonly grade: CreditGrade
  readonly score: number | null
  readonly ruleSetVersion: string
}

type HistoryFacts = Omit<StandingFacts, 'platformMeanReview'>

/**
 * How the rating came about between two days, both included: computed again from the facts on every day on which something begins or stops
 * to count, under the rules of that day. Days before the first rules are left out. Points that say the same as the one before are, too.
 */
export function ratingHistory(
  facts: HistoryFacts,
  means: readonly PublishedMean[],
  ruleSets: StandingRuleSets,
  { from, to }: { readonly from: CalendarDay; readonly to: CalendarDay },
): readonly RatingPoint[] {
  const points: RatingPoint[] = []
  for (const day of turningDays(facts, means, ruleSets, from, to)) {
    const platformMeanReview = meanOn(means, day)
    // The last instant of the day: what happened on it counts on it.
    const standing = computeStanding({ ...facts, platformMeanReview }, ruleSets, new Date(endOfShanghaiDay(day).getTime() - 1))
    if (!standing.ok) continue
    const { grade, score, ruleSetVersion } = standing.value
    const last = points.at(-1)
    const isSame = last?.grade === grade && last.score === score && last.ruleSetVersion === ruleSetVersion
    if (!isSame) points.push({ day, grade, score, ruleSetVersion })
  }
  return points
}

/** The days of the span on which the rating can differ from the day before, with its first day. */
function turningDays(
  facts: HistoryFacts,
  means: readonly PublishedMean[],
  ruleSets: StandingRuleSets,
  from: CalendarDay,
  to: CalendarDay,
): readonly CalendarDay[] {
  const after = (day: CalendarDay | null) => (day === null ? null : addDays(day, 1))
  const days: (CalendarDay | null)[] = [from, facts.listedOn]
  for (const { countsFromOn, countsUntilOn, annulledOn } of facts.events) days.push(countsFromOn, after(countsUntilOn), annulledOn)
  for (const { fromOn, untilOn, endedOn } of facts.entries) days.push(fromOn, after(untilOn), endedOn)
  for (const { publishedOn } of means) days.push(publishedOn)
  for (const rules of ruleSets.credit) {
    days.push(rules.effectiveFrom, after(newcomerUntil(facts.listedOn, rules)))
    for (const review of facts.reviews)
      days.push(review.recordedOn, review.deliveredOn, after(reviewCountsUntil(review, rules)), review.annulledOn)
  }
  return [...new Set(days)].filter((day): day is CalendarDay => day !== null && from <= day && day <= to).sort()
}

/** What the public page shows: two years back. */
export function historySpan(today: CalendarDay): { readonly from: CalendarDay; readonly to: CalendarDay } {
  return { from: addMonths(today, -24), to: today }
}
