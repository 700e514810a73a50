import type { CatalogueChangeKind } from './catalogue-change.ts'
import type { CatalogueRuleSet, ImpactOutcome } from './catalogue-rule-set.ts'
import { checkAgainstCeiling } from './fee-schedule.ts'
import type { FeeSchedule } from './fee-schedule.ts'
import type { ItemContent } from './item-content.ts'

/** An offering that stands for the item. */
export interface TouchedOffering {
  readonly uscc: string
  readonly firm: string
  readonly feeFen: number
  readonly feeSchedule: FeeSchedule
  readonly hasQualification: boolean
}

/** An engagement for the item that is not finished. */
export interface TouchedEngagement {
  readonly number: string
  readonly firm: string
  readonly projectName: string
  readonly deliverDueOn: string
}

/** A material of an approval item that the service delivers. */
export interface TouchedMaterial {
  readonly approvalItemCode: string
  readonly approvalItem: string
  readonly seq: number
  readonly nameZh: string
  readonly isEssential: boolean
}

/** Whom a change touches, as it stands on a day. */
export interface Touched {
  readonly offerings: readonly TouchedOffering[]
  readonly engagements: readonly TouchedEngagement[]
  readonly materials: readonly TouchedMaterial[]
}

/** The same with what happens to each. */
export interface ChangeImpact {
  readonly offerings: readonly (Omit<TouchedOffering, 'feeSchedule'> & { readonly outcome: ImpactOutcome })[]
  readonly engagements: readonly (TouchedEngagement & { readonly outcome: ImpactOutcome })[]
  readonly materials: readonly (TouchedMaterial & { readonly outcome: ImpactOutcome })[]
}

/** What a change would do to everything it touches (rulebook R2): shown before publication, kept with it. */
export function impactOf(
  { kind, before, after }: { readonly kind: CatalogueChangeKind; readonly before: ItemContent | null; readonly after: ItemContent },
  touched: Touched,
  rules: CatalogueRuleSet,
): ChangeImpact {
  return {
    offerings: touched.offerings.map((offering) => {
      const { feeSchedule: _schedule, ...shown } = offering
      return { ...shown, outcome: offeringOutcome(kind, before, after, offering) }
    }),
    engagements: touched.engagements.map((one) => ({ ...one, outcome: rules.parameters.engagementAfterCancellation.value })),
    materials: touched.materials.map((one) => ({ ...one, outcome: materialOutcome(kind) })),
  }
}

/** The gravest consequence is the one told: barred by the item, then by the ceiling, then by the certificate. */
function offeringOutcome(
  kind: CatalogueChangeKind,
  before: ItemContent | null,
  after: ItemContent,
  { feeSchedule, hasQualification }: TouchedOffering,
): ImpactOutcome {
  if (kind === 'CANCEL') return 'NO_LONGER_CHOOSABLE'
  const isUnderCeiling = after.feeBasis === 'MARKET' || after.feeCeiling === null || checkAgainstCeiling(feeSchedule, after.feeCeiling).ok
  if (!isUnderCeiling) return 'OVER_NEW_CEILING'
  if (after.isQualificationRequired && before?.isQualificationRequired === false && !hasQualification) return 'QUALIFICATION_NOW_REQUIRED'
  return kind === 'RESTORE' ? 'COUNTS_AGAIN' : 'TO_BE_REVIEWED'
}

function materialOutcome(kind: CatalogueChangeKind): ImpactOutcome {
  if (kind === 'CANCEL') return 'NO_LONGER_DEMANDED'
  return kind === 'RESTORE' ? 'COUNTS_AGAIN' : 'TO_BE_REVIEWED'
}

/** How many of a list come to which end, the most frequent first. */
export function countOutcomes(list: readonly { readonly outcome: ImpactOutcome }[]): readonly { outcome: ImpactOutcome; count: number }[] {
  const counts = new Map<ImpactOutcome, number>()
  for (const { outcome } of list) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return [...counts].map(([outcome, count]) => ({ outcome, count })).sort((a, b) => b.count - a.count)
}
