import { selectionModes } from './selection.ts'
import type { FundSource, SelectionMode } from './selection.ts'
import type { SelectionParameters } from './selection-rule-set.ts'

/** What the owner cares about most. ALIKE: any qualified firm will do, each should have the same chance. */
export const priorities = ['PRICE', 'QUALITY', 'BOTH', 'ALIKE'] as const
export type Priority = (typeof priorities)[number]

/** The owner's four answers. `qualifiedFirms` counts those that could be chosen for the item and place today. */
export interface ModeQuestion {
  readonly fundSource: FundSource
  readonly qualifiedFirms: number
  readonly priority: Priority
  readonly isUrgent: boolean
}

/** The rules that bar a mode; of the selection rule set in force. */
export type ModeRules = Pick<SelectionParameters, 'minimumPool' | 'directFundSources'>

/** Why a mode is closed to this owner. */
export type ModeBar =
  | { readonly code: 'DIRECT_NOT_FOR_FUNDS'; readonly fundSource: FundSource }
  | { readonly code: 'TOO_FEW_QUALIFIED'; readonly minimum: number; readonly qualified: number }

/** What speaks for a mode or has to be borne in mind with it. */
export type ModeReason =
  | 'AT_ONCE'
  | 'NO_OPENING'
  | 'LOWEST_FEE_WINS'
  | 'FEE_NEAR_MEAN_WINS'
  | 'PLANS_SCORED'
  | 'CREDIT_COUNTS'
  | 'YOU_PICK_OF_FEW'
  | 'EQUAL_CHANCE'
  | 'YOU_COMPARE_ALONE'
  | 'QUALITY_NOT_ASKED'
  | 'FEE_NOT_ASKED'
  | 'SCORING_TAKES_TIME'

export interface ModeAdvice {
  readonly mode: SelectionMode
  readonly bar: ModeBar | null
  readonly reasons: readonly ModeReason[]
  readonly cautions: readonly ModeReason[]
}

/** All six modes, the most suitable first and the closed ones last. */
export interface Suggestion {
  /** Null where every mode is closed. */
  readonly suggested: SelectionMode | null
  readonly modes: readonly ModeAdvice[]
}

/**
 * Which mode suits which answers best, best first (evidence D: our own advice, no law). Urgent owners are led to the modes with fewer steps:
 * direct choice needs none, a draw neither opening nor scoring.
 */
const orders: Readonly<Record<Priority, Readonly<Record<'calm' | 'urgent', readonly SelectionMode[]>>>> = {
  PRICE: {
    calm: ['LOWEST_QUOTE', 'AVERAGE_PRICE', 'COMPARATIVE', 'DIRECT', 'CREDIT_SHORTLIST', 'RANDOM_DRAW'],
    urgent: ['DIRECT', 'LOWEST_QUOTE', 'AVERAGE_PRICE', 'RANDOM_DRAW', 'CREDIT_SHORTLIST', 'COMPARATIVE'],
  },
  QUALITY: {
    calm: ['COMPARATIVE', 'CREDIT_SHORTLIST', 'DIRECT', 'AVERAGE_PRICE', 'RANDOM_DRAW', 'LOWEST_QUOTE'],
    urgent: ['DIRECT', 'CREDIT_SHORTLIST', 'COMPARATIVE', 'RANDOM_DRAW', 'AVERAGE_PRICE', 'LOWEST_QUOTE'],
  },
  BOTH: {
    calm: ['AVERAGE_PRICE', 'COMPARATIVE', 'CREDIT_SHORTLIST', 'LOWEST_QUOTE', 'DIRECT', 'RANDOM_DRAW'],
    urgent: ['DIRECT', 'CREDIT_SHORTLIST', 'AVERAGE_PRICE', 'LOWEST_QUOTE', 'RANDOM_DRAW', 'COMPARATIVE'],
  },
  ALIKE: {
    calm: ['RANDOM_DRAW', 'CREDIT_SHORTLIST', 'AVERAGE_PRICE', 'LOWEST_QUOTE', 'DIRECT', 'COMPARATIVE'],
    urgent: ['RANDOM_DRAW', 'DIRECT', 'CREDIT_SHORTLIST', 'LOWEST_QUOTE', 'AVERAGE_PRICE', 'COMPARATIVE'],
  },
}

/** Which way of choosing suits the owner; every closed way says why, and every open one what it brings and costs. */
export function suggestMode(question: ModeQuestion, rules: ModeRules): Suggestion {
  const order = orders[question.priority][question.isUrgent ? 'urgent' : 'calm']
  const advised = order.map((mode) => adviseOn(mode, question, rules))
  const modes = [...advised.filter(({ bar }) => bar === null), ...advised.filter(({ bar }) => bar !== null)]
  return { suggested: modes.find(({ bar }) => bar === null)?.mode ?? null, modes }
}

function adviseOn(mode: SelectionMode, question: ModeQuestion, rules: ModeRules): ModeAdvice {
  const { reasons, cautions } = traits[mode]
  return {
    mode,
    bar: barOf(mode, question, rules),
    reasons,
    cautions: question.isUrgent ? cautions : cautions.filter((one) => one !== 'SCORING_TAKES_TIME'),
  }
}

function barOf(mode: SelectionMode, { fundSource, qualifiedFirms }: ModeQuestion, rules: ModeRules): ModeBar | null {
  if (mode === 'DIRECT' && !rules.directFundSources.value.includes(fundSource)) return { code: 'DIRECT_NOT_FOR_FUNDS', fundSource }
  const minimum = rules.minimumPool.value[mode][fundSource]
  return qualifiedFirms < minimum ? { code: 'TOO_FEW_QUALIFIED', minimum, qualified: qualifiedFirms } : null
}

const traits: Readonly<Record<SelectionMode, { readonly reasons: readonly ModeReason[]; readonly cautions: readonly ModeReason[] }>> = {
  DIRECT: { reasons: ['AT_ONCE', 'NO_OPENING'], cautions: ['YOU_COMPARE_ALONE'] },
  RANDOM_DRAW: { reasons: ['EQUAL_CHANCE', 'NO_OPENING'], cautions: ['QUALITY_NOT_ASKED', 'FEE_NOT_ASKED'] },
  LOWEST_QUOTE: { reasons: ['LOWEST_FEE_WINS'], cautions: ['QUALITY_NOT_ASKED'] },
  AVERAGE_PRICE: { reasons: ['FEE_NEAR_MEAN_WINS'], cautions: ['QUALITY_NOT_ASKED'] },
  COMPARATIVE: { reasons: ['PLANS_SCORED', 'CREDIT_COUNTS'], cautions: ['SCORING_TAKES_TIME'] },
  CREDIT_SHORTLIST: { reasons: ['CREDIT_COUNTS', 'YOU_PICK_OF_FEW', 'NO_OPENING'], cautions: ['FEE_NOT_ASKED'] },
}

/** The modes that are announced; direct choice has its own page and no announcement. */
export const announcedModes = selectionModes.filter((mode) => mode !== 'DIRECT')
