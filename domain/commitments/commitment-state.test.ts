import { describe, expect, it } from 'vitest'
import { faultsOf, moveTo } from '#domain/kernel/transition-table.ts'
import { annulmentTransitions, commitmentStates, commitmentTransitions, finalCommitmentStates } from './commitment-state.ts'

describe('R1: states of a commitment', () => {
  it('every state is reachable, every non-final one leavable', () =>
    expect(faultsOf(commitmentTransitions, 'PENDING', finalCommitmentStates)).toEqual({
      unreachable: [],
      deadEnds: [],
      leavableFinals: [],
    }))

  it('untruth can still be found after the supply arrived', () =>
    expect(moveTo(commitmentTransitions, 'FULFILLED', 'UNTRUE')).toEqual({ ok: true, value: 'UNTRUE' }))

  it('a miss is undone by annulment only', () => {
    expect(moveTo(commitmentTransitions, 'MISSED', 'FULFILLED')).toEqual({
      ok: false,
      refusal: { code: 'STEP_FORBIDDEN', from: 'MISSED', to: 'FULFILLED' },
    })
    expect(moveTo(annulmentTransitions, 'MISSED', 'FULFILLED').ok).toBe(true)
    expect(commitmentStates.filter((state) => annulmentTransitions[state].length > 0)).toEqual(['MISSED', 'UNTRUE'])
  })
})
