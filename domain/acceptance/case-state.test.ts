import { describe, expect, it } from 'vitest'
import { zzTolerance1 } from '#domain/commitments/tolerance-rules.fixture.ts'
import { faultsOf, moveTo } from '#domain/kernel/transition-table.ts'
import { caseReopenings, caseStateOnMiss, caseTransitions, finalCaseStates } from './case-state.ts'

describe('R1: states of an approval case', () => {
  it('every state is reachable, every non-final one leavable', () =>
    expect(faultsOf(caseTransitions, 'DRAFT', finalCaseStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] }))

  it('行政许可法 32(4): correction is requested once', () => {
    expect(moveTo(caseTransitions, 'FILED', 'CORRECTION_REQUESTED').ok).toBe(true)
    expect(Object.values(caseTransitions).filter((targets) => targets.includes('CORRECTION_REQUESTED'))).toHaveLength(1)
  })

  it('R1.4: an approval given on an untrue commitment is revoked', () =>
    expect(moveTo(caseTransitions, 'DECIDED', 'REVOKED').ok).toBe(true))

  it('R1 onMiss: every variant is a step the procedure knows, and an annulled miss undoes it', () => {
    for (const state of Object.values(caseStateOnMiss)) {
      expect(moveTo(caseTransitions, 'ACCEPTED', state)).toEqual({ ok: true, value: state })
      expect(moveTo(caseReopenings, state, 'ACCEPTED')).toEqual({ ok: true, value: 'ACCEPTED' })
    }
    expect(caseStateOnMiss[zzTolerance1.parameters.onMiss.value]).toBe('REFUSED')
  })
})
