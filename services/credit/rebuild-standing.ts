import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { loadCreditFactsOfMany } from './load-credit-facts.ts'
import { standingRuleSetsOf } from './load-rule-sets.ts'

/**
 * The standing that a subject's facts give at `asOf`, from nothing but the facts, the rules published and the baseline published by then.
 * @throws RangeError when there is no such subject
 */
export async function rebuildStanding(tx: Tx, subjectId: string, asOf: Date): Promise<CreditStanding> {
  const standing = (await rebuildStandings(tx, [subjectId], asOf)).get(subjectId)
  if (!standing) throw new RangeError(`no subject ${subjectId}`)
  return standing
}

/** The same for many at once, in no order. */
export async function rebuildStandings(tx: Tx, subjectIds: readonly string[], asOf: Date): Promise<ReadonlyMap<string, CreditStanding>> {
  const ruleSets = await standingRuleSetsOf(tx)
  const platformMeanReview = await platformMeanOn(tx, asOf)
  const facts = await loadCreditFactsOfMany(tx, subjectIds)
  return new Map([...facts].map(([subjectId, own]) => [subjectId, unwrap(computeStanding({ ...own, platformMeanReview }, ruleSets, asOf))]))
}

/** The platform's mean review as published by that moment; null before the first. */
export async function platformMeanOn(tx: Tx, asOf: Date): Promise<number | null> {
  const baseline = await tx.ratingBaseline.findFirst({
    where: { publishedOn: { lte: toDbDay(shanghaiDayOf(asOf)) } },
    orderBy: { publishedOn: 'desc' },
  })
  return baseline?.meanReview ?? null
}
