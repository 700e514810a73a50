import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { lastDayOfMonths } from '#domain/kernel/calendar-day.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'

/** A to D by score, E while blacklisted, N not rated (rulebook R6). */
export const creditGrades = ['A', 'B', 'C', 'D', 'E', 'N'] as const
export type CreditGrade = (typeof creditGrades)[number]

/** The grade that a score alone gives. */
export function gradeOfScore(score: number, ruleSet: CreditRuleSet): 'A' | 'B' | 'C' | 'D' {
  const { A, B, C } = ruleSet.parameters.gradeThresholds.value
  if (score >= A) return 'A'
  if (score >= B) return 'B'
  return score >= C ? 'C' : 'D'
}

/**
 * Last day on which being new can still keep the subject unrated: the day before the same date a year after it was listed.
 * Null for a subject that was never listed as an intermediary, which nothing but reviews can bring to a rating.
 */
export function newcomerUntil(listedOn: CalendarDay | null, ruleSet: CreditRuleSet): CalendarDay | null {
  return listedOn === null ? null : lastDayOfMonths(listedOn, ruleSet.parameters.notRated.value.months)
}

/** Whether the subject has too few reviews and is too new to be rated; both must hold. */
export function isNotRated(reviewedEngagements: number, listedOn: CalendarDay | null, ruleSet: CreditRuleSet, asOf: CalendarDay): boolean {
  if (reviewedEngagements >= ruleSet.parameters.notRated.value.engagements) return false
  const until = newcomerUntil(listedOn, ruleSet)
  return until === null || asOf <= until
}
