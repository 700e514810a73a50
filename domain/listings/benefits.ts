import type { CreditGrade } from '#domain/credit/grade.ts'
import type { ListMembership } from '#domain/credit/list-membership.ts'
import { isListedOn, membershipsOn } from '#domain/credit/list-membership.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { ListBenefit, ListingRuleSet } from './listing-rule-set.ts'
import { listingRuleSets } from './zz-listing-1.ts'

export type BenefitKind = ListBenefit['benefit']

/** One thing a subject's good standing brings it on a day. `entryId` is the entry it follows from; null: from the grade. */
export interface HeldBenefit {
  readonly benefit: BenefitKind
  readonly basis: LegalBasis
  readonly ruleSetVersion: string
  readonly entryId: string | null
}

/**
 * What red list, or grade if it is given, bring a subject on that day: "守信者处处受益" (rulebook R5, R1). Nothing while it stands on the
 * blacklist or the dishonesty list, from the very day of that decision.
 */
export function benefitsOf(
  lists: readonly ListMembership[],
  day: CalendarDay,
  grade: CreditGrade | null = null,
  ruleSets: readonly ListingRuleSet[] = listingRuleSets,
): readonly HeldBenefit[] {
  if (isListedOn(lists, 'BLACKLIST', day) || isListedOn(lists, 'DISHONESTY', day)) return []
  const rules = ruleSetOn(ruleSets, day)
  if (!rules.ok) return []
  const { benefits, parameters, version } = rules.value
  const [entry] = membershipsOn(lists, 'RED_LIST', day)
  if (!entry && (grade === null || !parameters.gradesWithBenefits.value.includes(grade))) return []
  return benefits.RED_LIST.map((one) => ({ ...one, ruleSetVersion: version, entryId: entry?.entryId ?? null }))
}

/** Whether the subject has that benefit on that day. */
export function hasBenefitOn(
  benefit: BenefitKind,
  lists: readonly ListMembership[],
  day: CalendarDay,
  grade: CreditGrade | null = null,
): boolean {
  return benefitsOf(lists, day, grade).some((one) => one.benefit === benefit)
}
