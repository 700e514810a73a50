import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import { creditRuleSets } from '#domain/credit/credit-rule-set.ts'
import { computeStanding } from '#domain/credit/standing.ts'
import type { CreditStanding, StandingRuleSets } from '#domain/credit/standing.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { loadCreditFacts } from './load-credit-facts.ts'

export const standingRuleSets: StandingRuleSets = { credit: creditRuleSets, listing: listingRuleSets, tolerance: toleranceRuleSets }

/** The standing that a subject's facts give at `asOf`, from nothing but the facts and the baseline published by then. */
export async function rebuildStanding(tx: Tx, subjectId: string, asOf: Date): Promise<CreditStanding> {
  const facts = await loadCreditFacts(tx, subjectId)
  const baseline = await tx.ratingBaseline.findFirst({
    where: { publishedOn: { lte: toDbDay(shanghaiDayOf(asOf)) } },
    orderBy: { publishedOn: 'desc' },
  })
  return unwrap(computeStanding({ ...facts, platformMeanReview: baseline?.meanReview ?? null }, standingRuleSets, asOf))
}
