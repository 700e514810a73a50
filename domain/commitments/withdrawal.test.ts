import { describe, expect, test } from 'vitest'
import type { CaseState } from '#domain/acceptance/case-state.ts'
import type { CommitmentState } from './commitment-state.ts'
import type { SupplementState } from './miss.ts'
import { decideWithdrawal } from './withdrawal.ts'

const open: SupplementState = { state: 'OPEN', dueOn: '2026-03-10', outstanding: [] }
const missed: SupplementState = { state: 'MISSED', dueOn: '2026-03-10', missedAt: new Date('2026-03-10T16:00:00Z'), outstanding: [] }

describe('R1: the applicant may withdraw before the decision', () => {
  test.each<[string, CommitmentState, CaseState, SupplementState | null, object]>([
    ['while the case runs', 'PENDING', 'ACCEPTED', open, { ok: true, value: null }],
    ['a handling before its approval', 'PENDING', 'ACCEPTED', null, { ok: true, value: null }],
    ['once it was decided', 'PENDING', 'DECIDED', null, { ok: false, refusal: { code: 'DECISION_TAKEN', state: 'DECIDED' } }],
    ['once refused', 'PENDING', 'REFUSED', open, { ok: false, refusal: { code: 'DECISION_TAKEN', state: 'REFUSED' } }],
    [
      'after the day was missed',
      'PENDING',
      'ACCEPTED',
      missed,
      { ok: false, refusal: { code: 'COMMITMENT_OVERDUE', dueOn: '2026-03-10' } },
    ],
    ['one that is kept', 'FULFILLED', 'ACCEPTED', open, { ok: false, refusal: { code: 'COMMITMENT_CLOSED', state: 'FULFILLED' } }],
    ['one found untrue', 'UNTRUE', 'REVOKED', null, { ok: false, refusal: { code: 'COMMITMENT_CLOSED', state: 'UNTRUE' } }],
  ])('%s', (_, state, caseState, assessed, expected) => expect(decideWithdrawal({ state, caseState }, assessed)).toEqual(expected))
})
