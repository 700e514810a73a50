import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import type { CreditGrade } from './grade.ts'
import { gradeOfScore } from './grade.ts'
import { isListedOn } from './list-membership.ts'
import type { CreditStanding } from './standing.ts'

type Graded = Pick<CreditStanding, 'grade' | 'score' | 'lists' | 'ruleSetVersion'>

/**
 * The grade that a stored standing gives on the day it is read: E from the first to the last day on the blacklist, without waiting
 * for a new rating, otherwise what its score gives under its own version of the rules.
 */
export function gradeOn(standing: Graded, ruleSets: readonly CreditRuleSet[], day: CalendarDay): CreditGrade {
  const ruleSet = ruleSets.find((candidate) => candidate.version === standing.ruleSetVersion)
  if (!ruleSet) throw new RangeError(`unknown rule set ${standing.ruleSetVersion}`)
  if (isListedOn(standing.lists, 'BLACKLIST', day)) return ruleSet.parameters.blacklistedGrade.value
  return standing.score === null ? 'N' : gradeOfScore(standing.score, ruleSet)
}

/** The platform mean a stored standing was computed with, so that it can be computed again; null where it played no part. */
export function platformMeanOf(standing: Pick<CreditStanding, 'explanation'>): number | null {
  return standing.explanation.find((line) => line.code === 'PLATFORM_MEAN')?.points ?? null
}

/** The names of what differs between a stored standing and the one rebuilt from the facts; empty when both agree. */
export function standingDifferences(stored: CreditStanding, rebuilt: CreditStanding): readonly (keyof CreditStanding)[] {
  const names = Object.keys(rebuilt) as (keyof CreditStanding)[]
  return names.filter((name) => canonical(stored[name]) !== canonical(rebuilt[name]))
}

/** JSON with sorted keys: a database may give an object's keys back in another order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
