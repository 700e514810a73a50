import { meanOn } from '#domain/credit/platform-mean.ts'
import { ratingHistory, historySpan } from '#domain/credit/rating-history.ts'
import type { RatingPoint } from '#domain/credit/rating-history.ts'
import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { endOfShanghaiDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { loadCreditFacts } from './load-credit-facts.ts'
import { publishedMeans } from './load-platform-means.ts'
import { standingRuleSetsOf } from './load-rule-sets.ts'

/** A rating as of one day, and how it came about. */
export interface ReadRating {
  readonly subjectId: string
  readonly asOf: CalendarDay
  readonly standing: CreditStanding
  readonly history: readonly RatingPoint[]
}

/**
 * The rating of a subject as of a day, today if none is named: computed again from the facts under the rules of that day, so that any
 * figure ever shown can be asked for again. With its history over the two years before.
 * @throws ValidationError DAY_IN_FUTURE · RefusedError NO_RULE_SET_IN_FORCE before the first rules
 */
export async function readRating(tx: Tx, subjectId: string, now: Date, day: CalendarDay | null): Promise<ReadRating> {
  const today = shanghaiDayOf(now)
  const asOf = day ?? today
  if (asOf > today) throw new ValidationError([{ path: 'asOf', code: 'DAY_IN_FUTURE', facts: { today } }])
  const facts = await loadCreditFacts(tx, subjectId)
  const means = await publishedMeans(tx)
  const ruleSets = await standingRuleSetsOf(tx)
  // A day that is over is asked at its end; today as it stands.
  const at = asOf === today ? now : new Date(endOfShanghaiDay(asOf).getTime() - 1)
  const standing = unwrap(computeStanding({ ...facts, platformMeanReview: meanOn(means, asOf) }, ruleSets, at))
  return { subjectId, asOf, standing, history: ratingHistory(facts, means, ruleSets, historySpan(asOf)) }
}
