import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { standingBreaches, triggersOf } from '#domain/commitments/tolerance-trigger.ts'
import type { ToleranceBreach, ToleranceListing } from '#domain/commitments/tolerance-trigger.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadCreditFactsOfMany } from '../credit/load-credit-facts.ts'
import { refreshStandings } from '../credit/refresh-standings.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { annulBrokenCommitmentsCase } from '../listings/annul-broken-commitments-case.ts'
import { openBrokenCommitmentsCase } from '../listings/open-broken-commitments-case.ts'

/**
 * Brings an applicant's listing cases in line with the breaches that stand: a trigger without a case opens one, a case whose
 * trigger is gone falls with its list entry the same day (R1: an annulled breach is as if it had never been). Then the standing is
 * written. The caller holds the applicant's row (`lockApplicants`).
 */
export const settleTriggers = (unit: UnitOfWork, subjectId: string): Promise<void> => settleTriggersOfMany(unit, [subjectId])

/** The same of many applicants: only those few whose cases change cost statements of their own. */
export async function settleTriggersOfMany(unit: UnitOfWork, subjectIds: readonly string[]): Promise<void> {
  const facts = await loadCreditFactsOfMany(unit.tx, subjectIds)
  for (const [subjectId, { breaches, toleranceListings }] of facts) await settleCases(unit, subjectId, breaches, toleranceListings)
  await refreshStandings(unit, subjectIds)
}

async function settleCases(
  unit: UnitOfWork,
  subjectId: string,
  breaches: readonly ToleranceBreach[],
  toleranceListings: readonly ToleranceListing[],
): Promise<void> {
  const rules = unwrap(toleranceRuleSetOn(shanghaiDayOf(unit.now)))
  const triggers = triggersOf(breaches, toleranceListings, rules, unit.now)
  const breachIds = standingBreaches(breaches, unit.now).map(({ breachId }) => breachId)
  for (const { breachId, listingId } of triggers) {
    if (listingId === null) await openBrokenCommitmentsCase(unit, { subjectId, breachIds, trigger: breachId })
  }
  for (const { listingId, triggerBreachId } of toleranceListings) {
    if (!triggers.some(({ breachId }) => breachId === triggerBreachId)) await annulBrokenCommitmentsCase(unit, listingId)
  }
}

/**
 * Holds the applicants' rows until commit, in one order, so that breaches of one applicant found at the same moment count one after
 * the other and no two writers wait for each other. Answers with the same unit at the instant after the wait: whoever came second
 * also records second.
 */
export async function lockApplicants(unit: UnitOfWork, subjectIds: readonly string[]): Promise<UnitOfWork> {
  await unit.tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ANY(${[...subjectIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return { ...unit, now: unit.context.clock.now() }
}
