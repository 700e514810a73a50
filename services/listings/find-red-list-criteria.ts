import { endOfShanghaiDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { ListingRuleSet } from '#domain/listings/listing-rule-set.ts'
import { findRedListCriteria, halfYearDatesBefore } from '#domain/listings/red-list-findings.ts'
import type { GradeAt, RedListFindings } from '#domain/listings/red-list-findings.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { membershipsOf } from '#domain/credit/list-membership.ts'
import type { Tx } from '#prisma/client.ts'
import { loadCreditFacts } from '../credit/load-credit-facts.ts'
import { standingRuleSetsOf } from '../credit/load-rule-sets.ts'
import { rebuildStanding } from '../credit/rebuild-standing.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** The listing rules in force at that instant. */
export const listingRulesOn = (now: Date): ListingRuleSet => unwrap(ruleSetOn(listingRuleSets, shanghaiDayOf(now)))

/** What the criteria of the red list find about a subject at that instant, from its own record alone. */
export async function redListFindingsOf(tx: Tx, subjectId: string, now: Date): Promise<RedListFindings> {
  const ruleSet = listingRulesOn(now)
  const today = shanghaiDayOf(now)
  const { reviews, events, entries } = await loadCreditFacts(tx, subjectId)
  const { credit, tolerance } = await standingRuleSetsOf(tx)
  const grades: GradeAt[] = []
  for (const on of halfYearDatesBefore(today, ruleSet)) {
    const isRuled = ruleSetOn(credit, on).ok && ruleSetOn(tolerance, on).ok
    // The day as it stood at its end; of today, as it stands.
    const asOf = new Date(Math.min(endOfShanghaiDay(on).getTime() - 1, now.getTime()))
    grades.push({ on, grade: isRuled ? (await rebuildStanding(tx, subjectId, asOf)).grade : null })
  }
  return findRedListCriteria({ grades, reviews, events, lists: membershipsOf(entries, today) }, ruleSet, today)
}
