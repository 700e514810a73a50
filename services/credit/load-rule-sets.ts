import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import { creditRuleSets } from '#domain/credit/credit-rule-set.ts'
import type { CreditRuleSet } from '#domain/credit/credit-rule-set.ts'
import { readCreditRuleSet } from '#domain/credit/read-credit-rule-set.ts'
import type { StandingRuleSets } from '#domain/credit/standing.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import type { Tx } from '#prisma/client.ts'

/**
 * Every version of the city's credit rating, in force, past or published for a later day: the one in the code, and those published since.
 * @throws RangeError when a published row can't be read: no score is computed from rules that nobody understands
 */
export async function creditRuleSetsOf(tx: Tx): Promise<readonly CreditRuleSet[]> {
  const published = await tx.$queryRaw<{ version: string; effectiveFrom: CalendarDay | null; parameters: unknown }[]>`
    SELECT "version", "effectiveFrom"::text, "parameters" FROM "CreditRuleSetVersion"
    WHERE "state" = 'PUBLISHED' AND "organisationId" IS NULL ORDER BY "effectiveFrom"`
  return [
    ...creditRuleSets,
    ...published.map(({ version, effectiveFrom, parameters }) => {
      if (!effectiveFrom) throw new RangeError(`published rule set ${version} has no day of effect`)
      return readCreditRuleSet({ version, effectiveFrom, parameters })
    }),
  ]
}

/** All rules a standing is computed under. */
export async function standingRuleSetsOf(tx: Tx): Promise<StandingRuleSets> {
  return { credit: await creditRuleSetsOf(tx), listing: listingRuleSets, tolerance: toleranceRuleSets }
}
