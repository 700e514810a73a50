import { describe, expect, it, test } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { judgeDue } from './judge-due.ts'
import type { RunningPromise } from './next-due.ts'
import { shanghai, zzTolerance1 } from './tolerance-rules.fixture.ts'

const open = { deliveredAt: null, rejectedAt: null, secondDueOn: null }
const promise: RunningPromise = {
  mode: 'TOLERANT_ACCEPTANCE',
  state: 'PENDING',
  dueOn: '2026-03-13',
  materials: [
    { seq: 1, dueOn: '2026-03-06', ...open },
    { seq: 2, dueOn: null, ...open },
  ],
}
const judge = (now: string, changes: Partial<RunningPromise> = {}, excused: number[] = [], calendar = calendarOf2026) =>
  judgeDue({ ...promise, ...changes }, zzTolerance1, calendar, shanghai(now), new Set(excused))

describe('R1: a promise whose day has ended', () => {
  test.each<[string, ReturnType<typeof judge>, object]>([
    ['the last instant of the day', judge('2026-03-06 23:59:59.999'), { kind: 'NOT_DUE', nextDueOn: '2026-03-06' }],
    ['24:00 of the day', judge('2026-03-07 00:00:00'), { kind: 'MISSED', dueOn: '2026-03-06' }],
    ['that material may not be demanded any more', judge('2026-03-07 00:00:00', {}, [1]), { kind: 'NOT_DUE', nextDueOn: '2026-03-13' }],
    ['none may', judge('2026-03-07 00:00:00', {}, [1, 2]), { kind: 'NOT_DUE', nextDueOn: null }],
    ['closed in the meantime', judge('2026-04-01 00:00:00', { state: 'WITHDRAWN' }), { kind: 'NOT_DUE', nextDueOn: null }],
    ['a promise of truth', judge('2026-04-01 00:00:00', { mode: 'TOLERANT_HANDLING' }), { kind: 'NOT_DUE', nextDueOn: null }],
  ])('%s', (_, judged, expected) => expect(judged).toMatchObject({ ok: true, value: expected }))

  it('names the outstanding material that made it a miss and the one that was still to come', () =>
    expect(judge('2026-03-07 00:00:00')).toMatchObject({
      value: {
        outstanding: [
          { seq: 1, why: 'NOT_DELIVERED', dueOn: '2026-03-06' },
          { seq: 2, why: 'NOT_DELIVERED', dueOn: '2026-03-13' },
        ],
      },
    }))

  it('民法典 art. 203 (analogy): a day that a later notice made a holiday runs on to the next working day, for its materials only', () => {
    const later = { ...calendarOf2026, holidays: new Set([...calendarOf2026.holidays, '2026-03-06']) }
    expect(judge('2026-03-07 00:00:00', {}, [], later)).toEqual({
      ok: true,
      value: { kind: 'MOVED', materials: [1], fromOn: '2026-03-06', toOn: '2026-03-09' },
    })
  })

  it('R8: without the notice of that year nothing is judged', () => {
    const due = { dueOn: '2027-01-05', materials: [{ seq: 1, dueOn: null, ...open }] }
    expect(judge('2027-01-06 00:00:00', due)).toEqual({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } })
    // Before it has ended nobody needs to know.
    expect(judge('2027-01-05 23:00:00', due)).toMatchObject({ ok: true })
  })
})
