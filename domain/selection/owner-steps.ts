import { mayChooseDirectly, nextRound } from './re-announce.ts'
import type { FundSource, SelectionMode, SelectionState } from './selection.ts'
import { hasQuotes, selectionTransitions } from './selection.ts'
import type { SelectionRuleSet } from './selection-rule-set.ts'

/** What an owner can do in a selection. */
export const ownerSteps = ['REVISE', 'ANNOUNCE', 'ANSWER', 'SCORE', 'PICK', 'GO_ON', 'RE_ANNOUNCE', 'CHOOSE_DIRECTLY', 'CANCEL'] as const
export type OwnerStep = (typeof ownerSteps)[number]

/** What a selection waits for that its owner can't hasten. */
export type Awaited = 'SIGN_UP' | 'CLOSING' | 'OPENING' | 'EXPLANATION' | 'DRAW' | 'PUBLICITY' | 'OBJECTION'

/** A round as its owner finds it. */
export interface OwnedRound {
  readonly state: SelectionState
  readonly mode: SelectionMode
  readonly fundSource: FundSource
  readonly round: number
  readonly failure: { readonly code: string } | null
  readonly openQuestions: number
  /** Between closing and result: what the evaluation waits for; null where it waits for nothing. */
  readonly awaiting: 'OPENING' | 'EXPLANATIONS' | 'SCORES' | 'DRAW' | 'PICK' | null
}

/** The lawful steps of the owner now, the most pressing first, and what is awaited of others (rulebook R3: nobody else acts). */
export function ownerStepsIn(
  round: OwnedRound,
  ruleSet: SelectionRuleSet,
): { readonly steps: readonly OwnerStep[]; readonly awaits: Awaited | null } {
  const { state, openQuestions } = round
  const canCancel: readonly OwnerStep[] = selectionTransitions[state].includes('CANCELLED') ? ['CANCEL'] : []
  const canAnswer: readonly OwnerStep[] = openQuestions > 0 && (state === 'ANNOUNCED' || state === 'SIGN_UP') ? ['ANSWER'] : []
  return { steps: [...canAnswer, ...mainSteps(round, ruleSet), ...canCancel], awaits: awaitedIn(round) }
}

function mainSteps(round: OwnedRound, ruleSet: SelectionRuleSet): readonly OwnerStep[] {
  const { state, awaiting } = round
  switch (state) {
    case 'DRAFT':
      return ['ANNOUNCE', 'REVISE']
    case 'OPENED':
      return awaiting === 'SCORES' ? ['SCORE'] : []
    case 'DRAWN':
      return awaiting === 'PICK' ? ['PICK'] : []
    case 'AWARDED':
    case 'CONTRACTED':
      return ['GO_ON']
    case 'FAILED':
      return nextRound(round, ruleSet).ok ? ['RE_ANNOUNCE'] : mayChooseDirectly(round, ruleSet) ? ['CHOOSE_DIRECTLY'] : []
    default:
      return []
  }
}

function awaitedIn({ state, mode, awaiting }: OwnedRound): Awaited | null {
  switch (state) {
    case 'ANNOUNCED':
      return 'SIGN_UP'
    case 'SIGN_UP':
      return 'CLOSING'
    case 'CLOSED':
      return hasQuotes(mode) ? 'OPENING' : 'DRAW'
    case 'OPENED':
      return awaiting === 'SCORES' ? null : awaiting === 'EXPLANATIONS' ? 'EXPLANATION' : 'DRAW'
    case 'PUBLICITY':
      return 'PUBLICITY'
    case 'DISPUTED':
      return 'OBJECTION'
    default:
      return null
  }
}
