import { describe, expect, it } from 'vitest'
import type { OwnedRound, OwnerStep } from './owner-steps.ts'
import { ownerStepsIn } from './owner-steps.ts'
import { finalSelectionStates, selectionModes, selectionStates, selectionTransitions } from './selection.ts'
import { ZZ_SELECTION_1 } from './zz-selection-1.ts'

const round = (facts: Partial<OwnedRound>): OwnedRound => ({
  ...{ state: 'SIGN_UP', mode: 'RANDOM_DRAW', fundSource: 'PRIVATE', round: 1, failure: null, openQuestions: 0, awaiting: null },
  ...facts,
})

describe('R3 what the owner can do now, and nothing else', () => {
  it.each<[string, Partial<OwnedRound>, readonly OwnerStep[], string | null]>([
    ['a draft', { state: 'DRAFT' }, ['ANNOUNCE', 'REVISE', 'CANCEL'], null],
    ['during sign-up', {}, ['CANCEL'], 'CLOSING'],
    ['during sign-up, with a question', { openQuestions: 1 }, ['ANSWER', 'CANCEL'], 'CLOSING'],
    ['closed, a draw to come', { state: 'CLOSED', openQuestions: 1 }, ['CANCEL'], 'DRAW'],
    ['closed, quotes to open', { state: 'CLOSED', mode: 'LOWEST_QUOTE' }, ['CANCEL'], 'OPENING'],
    ['opened: nobody ends what came out otherwise than hoped', { state: 'OPENED', mode: 'LOWEST_QUOTE' }, [], 'DRAW'],
    ['opened, to be scored', { state: 'OPENED', mode: 'COMPARATIVE', awaiting: 'SCORES' }, ['SCORE'], null],
    ['opened, a low quote unexplained', { state: 'OPENED', mode: 'COMPARATIVE', awaiting: 'EXPLANATIONS' }, [], 'EXPLANATION'],
    ['opened and scored', { state: 'OPENED', mode: 'COMPARATIVE', awaiting: 'DRAW' }, [], 'DRAW'],
    ['drawn, to pick from', { state: 'DRAWN', mode: 'CREDIT_SHORTLIST', awaiting: 'PICK' }, ['PICK'], null],
    ['in publicity', { state: 'PUBLICITY' }, [], 'PUBLICITY'],
    ['disputed', { state: 'DISPUTED' }, [], 'OBJECTION'],
    ['awarded', { state: 'AWARDED' }, ['GO_ON'], null],
    ['failed', { state: 'FAILED', failure: { code: 'TOO_FEW_BIDDERS' } }, ['RE_ANNOUNCE'], null],
    ['failed again, private funds', { state: 'FAILED', round: 2 }, ['CHOOSE_DIRECTLY'], null],
    ['failed again, state funds', { state: 'FAILED', round: 2, fundSource: 'STATE' }, [], null],
    ['void: held again', { state: 'FAILED', round: 2, failure: { code: 'SHARE_NOT_RELEASED' } }, ['RE_ANNOUNCE'], null],
    ['cancelled', { state: 'CANCELLED' }, [], null],
  ])('%s', (_name, facts, steps, awaits) => {
    expect(ownerStepsIn(round(facts), ZZ_SELECTION_1)).toEqual({ steps, awaits })
  })

  it('offers to end it exactly where the procedure lets it end', () => {
    for (const state of selectionStates)
      for (const mode of selectionModes) {
        const { steps } = ownerStepsIn(round({ state, mode }), ZZ_SELECTION_1)
        expect(steps.includes('CANCEL')).toBe(selectionTransitions[state].includes('CANCELLED'))
      }
  })

  it('leaves no announced selection that is not over without a step or something awaited', () => {
    for (const state of selectionStates.filter((one) => !finalSelectionStates.includes(one) && one !== 'DRAWN'))
      for (const mode of selectionModes.filter((one) => one !== 'DIRECT')) {
        const { steps, awaits } = ownerStepsIn(round({ state, mode }), ZZ_SELECTION_1)
        expect([state, mode, steps.length > 0 || awaits !== null]).toEqual([state, mode, true])
      }
  })
})
