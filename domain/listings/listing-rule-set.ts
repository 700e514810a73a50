import type { BarKind } from '#domain/credit/bar.ts'
import type { LegalBasis, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import type { ListKind, Severity, ViolationCategory } from './list-kind.ts'
import type { ProcedureParameters } from './procedure-parameters.ts'
import type { RedListParameters } from './red-list-parameters.ts'
import type { RemedyParameters } from './remedy-parameters.ts'

/** How long an entry is public, in months from the date of the decision document. */
export interface PublicityWindow {
  readonly minMonths: number
  readonly maxMonths: number
  /** Minor ones stay unpublished unless the decision gives its reason. */
  readonly isNormallyPublished: boolean
}

/** Something an entry keeps its subject from, with the clause that says so. */
export interface ListEffect {
  readonly bars: BarKind
  readonly basis: LegalBasis
}

/** Something an entry brings its subject: "守信者处处受益". */
export interface ListBenefit {
  readonly benefit: 'TOLERANCE_OFFERED_FIRST' | 'FEWER_VERIFICATIONS'
  readonly basis: LegalBasis
}

/** The parameters of findings, lists and due process (rulebook R5), each with its own basis. */
export interface ListingParameters extends ProcedureParameters, RedListParameters, RemedyParameters {
  readonly defenceWorkingDays: RuleParameter<number>
  /** Calendar days that all interim suspensions of one case may last together. */
  readonly suspensionMaxDays: RuleParameter<number>
  readonly listableCategories: RuleParameter<readonly ViolationCategory[]>
  readonly publicityWindows: RuleParameter<Readonly<Record<Severity, PublicityWindow>>>
  /** Broken commitments are not in the violation catalogue; this severity gives their publicity window. */
  readonly brokenCommitmentsSeverity: RuleParameter<Severity>
}

export interface ListingRuleSet extends RuleSet {
  readonly parameters: ListingParameters
  readonly effects: Readonly<Record<ListKind, readonly ListEffect[]>>
  readonly benefits: Readonly<Record<ListKind, readonly ListBenefit[]>>
  /** What an interim suspension keeps its subject from. */
  readonly suspensionEffects: readonly ListEffect[]
}
