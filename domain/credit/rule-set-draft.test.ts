import { describe, expect, it } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { decidePublication, decideRuleSetEdit, finalRuleSetStates, ruleSetTransitions } from './rule-set-draft.ts'
import type { Publication, PublishableDraft } from './rule-set-draft.ts'

const draft: PublishableDraft = { state: 'DRAFT', draftedById: 'drafter', explanation: '调整分数线', changes: 1, isSimulated: true }
const publication: Publication = { publisherId: 'publisher', today: '2026-06-01', effectiveFrom: '2026-07-01', latestEffectiveFrom: null }

describe('a version of the rating rules', () => {
  it('every state is reachable, and only the draft is left', () => {
    expect(faultsOf(ruleSetTransitions, 'DRAFT', finalRuleSetStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  it.each<[string, Partial<PublishableDraft>, Partial<Publication>, object]>([
    ['the drafter', {}, { publisherId: 'drafter' }, { code: 'OWN_DRAFT' }],
    ['one without a word why', { explanation: ' ' }, {}, { code: 'RULE_SET_UNEXPLAINED' }],
    ['one that changes nothing', { changes: 0 }, {}, { code: 'RULE_SET_UNCHANGED' }],
    ['one that was edited after its simulation', { isSimulated: false }, {}, { code: 'SIMULATION_REQUIRED' }],
    ['from today', {}, { effectiveFrom: '2026-06-01' }, { code: 'EFFECTIVE_DAY_NOT_LATER', after: '2026-06-01' }],
    ['from a day gone by', {}, { effectiveFrom: '2026-05-31' }, { code: 'EFFECTIVE_DAY_NOT_LATER', after: '2026-06-01' }],
    [
      'from the day of a version already published for later',
      {},
      { latestEffectiveFrom: '2026-07-01' },
      { code: 'EFFECTIVE_DAY_NOT_LATER', after: '2026-07-01' },
    ],
    ['a second time', { state: 'PUBLISHED' }, {}, { code: 'STEP_FORBIDDEN', from: 'PUBLISHED', to: 'PUBLISHED' }],
    ['one given up', { state: 'DISCARDED' }, {}, { code: 'STEP_FORBIDDEN', from: 'DISCARDED', to: 'PUBLISHED' }],
  ])('is not published: %s', (_, changes, wanted, refusal) => {
    expect(decidePublication({ ...draft, ...changes }, { ...publication, ...wanted })).toEqual({ ok: false, refusal })
  })

  it('is published by another, from tomorrow at the earliest; a standard with nothing to simulate too', () => {
    expect(decidePublication(draft, { ...publication, effectiveFrom: '2026-06-02' })).toEqual({ ok: true, value: 'PUBLISHED' })
    expect(decidePublication({ ...draft, isSimulated: null }, publication).ok).toBe(true)
  })

  it('is edited only as a draft', () => {
    expect(decideRuleSetEdit('DRAFT').ok).toBe(true)
    expect(decideRuleSetEdit('PUBLISHED').ok).toBe(false)
    expect(decideRuleSetEdit('DISCARDED').ok).toBe(false)
  })
})
