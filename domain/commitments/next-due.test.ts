import { describe, expect, it, test } from 'vitest'
import { nextDueDay } from './next-due.ts'
import type { RunningPromise } from './next-due.ts'
import { shanghai, zzTolerance1 } from './tolerance-rules.fixture.ts'

const open = { deliveredAt: null, rejectedAt: null, secondDueOn: null }
const there = { ...open, deliveredAt: shanghai('2026-03-03 09:00:00') }
const promise: RunningPromise = {
  mode: 'TOLERANT_ACCEPTANCE',
  state: 'PENDING',
  dueOn: '2026-03-13',
  materials: [
    { seq: 1, dueOn: '2026-03-06', ...open },
    { seq: 2, dueOn: null, ...open },
  ],
}
const now = shanghai('2026-03-04 09:00:00')

describe('R1: the next day on which something promised falls due', () => {
  test.each<[string, Partial<RunningPromise>, string | null]>([
    ['the earliest own day', {}, '2026-03-06'],
    [
      'with that one received, the letter’s',
      {
        materials: [
          { seq: 1, dueOn: '2026-03-06', ...there },
          { seq: 2, dueOn: null, ...open },
        ],
      },
      '2026-03-13',
    ],
    ['everything received', { materials: [{ seq: 2, dueOn: null, ...there }] }, null],
    [
      'rejected with a second day',
      { materials: [{ seq: 2, dueOn: null, ...there, rejectedAt: shanghai('2026-03-04 08:00:00'), secondDueOn: '2026-03-20' }] },
      '2026-03-20',
    ],
    ['a promise of truth', { mode: 'TOLERANT_HANDLING' }, null],
    ['kept', { state: 'FULFILLED' }, null],
    ['missed', { state: 'MISSED' }, null],
    ['withdrawn', { state: 'WITHDRAWN' }, null],
    ['untrue', { state: 'UNTRUE' }, null],
  ])('%s', (_, changes, expected) => expect(nextDueDay({ ...promise, ...changes }, zzTolerance1, now)).toBe(expected))

  it('a day that has passed stays named until its miss is recorded', () =>
    expect(nextDueDay(promise, zzTolerance1, shanghai('2026-04-01 09:00:00'))).toBe('2026-03-06'))

  it('what nobody may demand any more does not fall due', () => {
    expect(nextDueDay(promise, zzTolerance1, now, new Set([1]))).toBe('2026-03-13')
    expect(nextDueDay(promise, zzTolerance1, now, new Set([1, 2]))).toBeNull()
  })
})
