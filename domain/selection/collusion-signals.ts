import type { LegalBasis } from '#domain/kernel/rule-set.ts'

/** What may hint at bidders who agreed among themselves 串通投标迹象. */
export const collusionSignalCodes = [
  'SAME_NETWORK',
  'SAME_DEVICE',
  'SAME_PRACTITIONER',
  'IDENTICAL_QUOTES',
  'IDENTICAL_PLANS',
  'REGULAR_FEES',
] as const
export type CollusionSignalCode = (typeof collusionSignalCodes)[number]

/** One hint: it raises an alert and decides nothing. */
export interface CollusionSignal {
  readonly code: CollusionSignalCode
  readonly signUpIds: readonly string[]
  readonly facts: Readonly<Record<string, number>>
}

/** A bidder as far as the signals look. Hashes are compared, never read. */
export interface BidderTraits {
  readonly signUpId: string
  readonly networkHash: string | null
  readonly deviceHash: string | null
  readonly practitionerIds: readonly string[]
  /** null without a valid quote */
  readonly feeFen: number | null
  readonly workingDays: number | null
  readonly plan: string | null
}

/** What the signals rest on; which numbers count as a pattern is our own choice. */
export const collusionBasis: LegalBasis = {
  instrument: '招标投标法实施条例',
  clause: '第三十九条、第四十条（类推）',
  textZh: '不同投标人的投标文件由同一单位或者个人编制、项目管理成员为同一人、报价呈规律性差异等，视为串通迹象；本平台仅作预警，不作认定',
  textEn:
    'Bids by one author, one person in two teams, quotes that differ by a regular pattern hint at collusion; here they alert and decide nothing',
  evidence: 'F',
}

/** Fewest bidders whose fees can form a pattern: three numbers in even steps happen by chance. */
const FEWEST_REGULAR = 4
/** Plans shorter than this may be equal without a common author. */
const FEWEST_PLAN_CHARACTERS = 40

/** Every hint among the bidders of one selection, in a fixed order whatever the order they come in. */
export function collusionSignals(bidders: readonly BidderTraits[]): readonly CollusionSignal[] {
  const ordered = bidders.toSorted((a, b) => (a.signUpId < b.signUpId ? -1 : 1))
  return [
    ...shared('SAME_NETWORK', ordered, ({ networkHash }) => [networkHash]),
    ...shared('SAME_DEVICE', ordered, ({ deviceHash }) => [deviceHash]),
    ...shared('SAME_PRACTITIONER', ordered, ({ practitionerIds }) => [...new Set(practitionerIds)]),
    ...shared('IDENTICAL_QUOTES', ordered, (one) => [one.feeFen === null ? null : `${one.feeFen}/${one.workingDays}`]),
    ...shared('IDENTICAL_PLANS', ordered, ({ plan }) => [comparablePlan(plan)]),
    ...regularFees(ordered),
  ]
}

function shared(
  code: CollusionSignalCode,
  bidders: readonly BidderTraits[],
  traitsOf: (bidder: BidderTraits) => readonly (string | null)[],
) {
  const groups = new Map<string, string[]>()
  for (const bidder of bidders) {
    for (const trait of traitsOf(bidder)) {
      if (trait !== null) groups.set(trait, [...(groups.get(trait) ?? []), bidder.signUpId])
    }
  }
  const met = [...groups.values()].filter((signUpIds) => signUpIds.length > 1)
  // One person in two teams and two persons in the same two teams are one finding about the same firms.
  const distinct = new Map(met.map((signUpIds) => [signUpIds.join(), signUpIds]))
  return [...distinct.values()].map((signUpIds): CollusionSignal => ({ code, signUpIds, facts: { count: signUpIds.length } }))
}

/** Different words only: spaces and punctuation hide no common author. */
function comparablePlan(plan: string | null): string | null {
  const words = (plan ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '')
  return words.length < FEWEST_PLAN_CHARACTERS ? null : words
}

/** 报价呈规律性差异: all fees, sorted, differ by the same step, or by the same factor to a tenth of a per cent. */
function regularFees(bidders: readonly BidderTraits[]): readonly CollusionSignal[] {
  const quoted = bidders.flatMap(({ signUpId, feeFen }) => (feeFen === null ? [] : [{ signUpId, feeFen }]))
  if (quoted.length < FEWEST_REGULAR) return []
  const fees = quoted.map(({ feeFen }) => feeFen).sort((a, b) => a - b)
  const pairs = fees.slice(1).map((fee, index) => ({ step: fee - (fees[index] ?? 0), factor: fee / (fees[index] ?? 1) }))
  const first = pairs[0]
  if (!first || first.step === 0) return []
  const isEven = pairs.every(({ step }) => step === first.step)
  const isGeometric = pairs.every(({ factor }) => Math.abs(factor / first.factor - 1) < 0.001)
  const signUpIds = quoted.map(({ signUpId }) => signUpId)
  if (isEven) return [{ code: 'REGULAR_FEES', signUpIds, facts: { count: fees.length, stepFen: first.step } }]
  return isGeometric
    ? [{ code: 'REGULAR_FEES', signUpIds, facts: { count: fees.length, factor: Math.round(first.factor * 1_000) / 1_000 } }]
    : []
}
