import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { standingBreaches, triggersOf } from '#domain/commitments/tolerance-trigger.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { loadCreditFactsOfMany } from '../credit/load-credit-facts.ts'
import type { CreditFacts } from '../credit/load-credit-facts.ts'
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
  const facts = new Map(await loadCreditFactsOfMany(unit.tx, subjectIds))
  for (const [subjectId, own] of facts) if (await settleCases(unit, subjectId, own)) facts.delete(subjectId)
  await refreshStandings(unit, subjectIds, facts)
}

/** Whether any case was opened or fell: what was known of the applicant is then out of date. */
async function settleCases(unit: UnitOfWork, subjectId: string, { breaches, toleranceListings }: CreditFacts): Promise<boolean> {
  const rules = unwrap(toleranceRuleSetOn(shanghaiDayOf(unit.now)))
  const triggers = triggersOf(breaches, toleranceListings, rules, unit.now)
  const breachIds = standingBreaches(breaches, unit.now).map(({ breachId }) => breachId)
  const unopened = triggers.filter(({ listingId }) => listingId === null)
  const fallen = toleranceListings.filter(({ triggerBreachId }) => !triggers.some(({ breachId }) => breachId === triggerBreachId))
  for (const { breachId: trigger } of unopened) await openBrokenCommitmentsCase(unit, { subjectId, breachIds, trigger })
  for (const { listingId } of fallen) await annulBrokenCommitmentsCase(unit, listingId)
  return unopened.length + fallen.length > 0
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
