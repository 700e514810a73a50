import type { CalendarDay } from './calendar-day.ts'
import { ok, refuse } from './result.ts'
import type { Result } from './result.ts'

/**
 * How well a rule is founded: S demanded by a policy document, F full text of a law or of rules in operation read,
 * E excerpt read, D this project's own default. A D rule is shown as ours, never as law.
 */
export type Evidence = 'S' | 'F' | 'E' | 'D'

/** Where a rule comes from, in words that can be printed on a decision. */
export interface LegalBasis {
  readonly instrument: string
  readonly clause: string
  readonly textZh: string
  readonly textEn: string
  readonly evidence: Evidence
}

/** One parameter of a rule set with its own basis, so that a default can't hide among the law. */
export interface RuleParameter<T> {
  readonly value: T
  readonly basis: LegalBasis
  /** Set where a lawyer should look before the rule is used in earnest. */
  readonly isUnderLegalReview: boolean
}

/** Rules as data. `effectiveTo` is the last day in force, null while open-ended. A decision stores the version. */
export interface RuleSet {
  readonly version: string
  readonly effectiveFrom: CalendarDay
  readonly effectiveTo: CalendarDay | null
  readonly legalBasis: readonly LegalBasis[]
}

/** No version of these rules covers the day. */
export type NoRuleSetInForce = { readonly code: 'NO_RULE_SET_IN_FORCE'; readonly day: CalendarDay }

/** The version in force on the day of the event; where two overlap, the one that started later. */
export function ruleSetOn<T extends RuleSet>(ruleSets: readonly T[], day: CalendarDay): Result<T, NoRuleSetInForce> {
  const inForce = ruleSets
    .filter((set) => set.effectiveFrom <= day && (set.effectiveTo === null || day <= set.effectiveTo))
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  const latest = inForce[0]
  return latest ? ok(latest) : refuse({ code: 'NO_RULE_SET_IN_FORCE', day })
}

/** How a basis is cited beside a reason. */
export function citeBasis(basis: LegalBasis): string {
  return `${basis.instrument} ${basis.clause}`
}

/** The basis of a rule set's own defaults (D): it says in both languages that they are ours, so that none passes for law. */
export function ownDefaultsOf(instrument: string): (clause: string, textZh: string, textEn: string) => LegalBasis {
  return (clause, textZh, textEn) => ({
    instrument,
    clause,
    textZh: `${textZh}（平台默认参数）`,
    textEn: `${textEn} (our own default)`,
    evidence: 'D',
  })
}
