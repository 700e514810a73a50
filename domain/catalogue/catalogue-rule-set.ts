import type { LegalBasis, RuleParameter, RuleSet } from '#domain/kernel/rule-set.ts'
import type { CatalogueChangeRoute, CatalogueChangeStep } from './catalogue-change.ts'

/** Who takes a step: the agency that applied, the reform office that handles it, or the city's reform office. */
export type StepTaker = 'APPLYING_AGENCY' | 'OFFICE' | 'CITY_OFFICE'

/** The five steps and the filing; the others (return, rejection) belong to whoever would take the next of these. */
export type OrderlyStep = Extract<
  CatalogueChangeStep,
  'APPLICATION' | 'REFERRAL' | 'EXAMINATION' | 'DELIBERATION' | 'PUBLICATION' | 'FILING'
>

export interface StepRule {
  readonly by: StepTaker
  /** Without the number of its document the step is not recorded. */
  readonly isDocumentRequired: boolean
  readonly basis: LegalBasis
}

/** Two steps that one person may not both take. */
export type Separation = readonly [CatalogueChangeStep, CatalogueChangeStep]

/** What becomes of something that a change touches. */
export type ImpactOutcome =
  /** The offering can no longer be chosen from the day on. */
  | 'NO_LONGER_CHOOSABLE'
  /** It can't be chosen until its fee is within the new ceiling. */
  | 'OVER_NEW_CEILING'
  /** It can't be chosen until the firm registers a certificate for the item. */
  | 'QUALIFICATION_NOW_REQUIRED'
  /** The engagement is finished under the terms it was made under. */
  | 'RUNS_TO_ITS_END'
  /** The material may no longer be demanded from the day on. */
  | 'NO_LONGER_DEMANDED'
  /** Nothing is lost; the firm is told to look at it. */
  | 'TO_BE_REVIEWED'
  /** The item comes back: what stood before counts again. */
  | 'COUNTS_AGAIN'

export interface CatalogueParameters {
  readonly separations: RuleParameter<readonly Separation[]>
  /** A running engagement for a cancelled item. */
  readonly engagementAfterCancellation: RuleParameter<Extract<ImpactOutcome, 'RUNS_TO_ITS_END'>>
  /** Whether the same item may be under two adjustments at once. */
  readonly isOneRunningChangePerItem: RuleParameter<boolean>
  /** Whether a proposal written against an older version is refused at publication. */
  readonly isBaseVersionRequired: RuleParameter<boolean>
}

/** How the catalogue is adjusted (rulebook R2). */
export interface CatalogueRuleSet extends RuleSet {
  readonly routes: Readonly<Record<CatalogueChangeRoute, Readonly<Record<OrderlyStep, StepRule | null>>>>
  readonly parameters: CatalogueParameters
}
