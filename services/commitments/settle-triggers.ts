import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { standingBreaches, triggersOf } from '#domain/commitments/tolerance-trigger.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadCreditFactsOfMany } from '../credit/load-credit-facts.ts'
import { refreshStandings } from '../credit/refresh-standings.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { annulBrokenCommitmentsCase } from '../listings/annul-broken-commitments-case.ts'
import { openBrokenCommitmentsCases } from '../listings/open-broken-commitments-cases.ts'
import type { BrokenCommitments } from '../listings/open-broken-commitments-cases.ts'

/**
 * Brings an applicant's listing cases in line with the breaches that stand: a trigger without a case opens one, a case whose
 * trigger is gone falls with its list entry the same day (R1: an annulled breach is as if it had never been). Then the standing is
 * written. The caller holds the applicant's row (`lockApplicants`).
 */
export const settleTriggers = (unit: UnitOfWork, subjectId: string): Promise<void> => settleTriggersOfMany(unit, [subjectId])

/** The same of many applicants by as many statements; only a case that falls costs some of its own. */
export async function settleTriggersOfMany(unit: UnitOfWork, subjectIds: readonly string[]): Promise<void> {
  const { tx, now } = unit
  const rules = unwrap(toleranceRuleSetOn(shanghaiDayOf(now)))
  const facts = new Map(await loadCreditFactsOfMany(tx, subjectIds))
  const unopened: BrokenCommitments[] = []
  for (const [subjectId, { breaches, toleranceListings }] of facts) {
    const triggers = triggersOf(breaches, toleranceListings, rules, now)
    const breachIds = standingBreaches(breaches, now).map(({ breachId }) => breachId)
    const opening = triggers.filter(({ listingId }) => listingId === null)
    const fallen = toleranceListings.filter(({ triggerBreachId }) => !triggers.some(({ breachId }) => breachId === triggerBreachId))
    unopened.push(...opening.map(({ breachId: trigger }) => ({ subjectId, breachIds, trigger })))
    for (const { listingId } of fallen) await annulBrokenCommitmentsCase(unit, listingId)
    // What was known of the applicant is then out of date.
    if (opening.length + fallen.length > 0) facts.delete(subjectId)
  }
  await openBrokenCommitmentsCases(unit, unopened)
  await refreshStandings(unit, subjectIds, facts)
}

/**
 * Holds the applicants' rows until commit, in one order, so that breaches of one applicant found at the same moment count one after
 * the other and no two writers wait for each other. Answers with the same unit at the instant after the wait: whoever came second
 * also records second.
 */
export async function lockApplicants(unit: UnitOfWork, subjectIds: readonly string[]): Promise<UnitOfWork> {
  await unit.tx.$executeRaw`SELECT 1 FROM "Subject" WHERE "id" = ANY(${[...subjectIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  return { ...unit, now: unit.context.clock.now() }
}
