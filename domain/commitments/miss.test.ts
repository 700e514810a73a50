import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { assessSupplement } from './miss.ts'
import type { PromisedMaterial } from './miss.ts'
import { shanghai, variantOf, zzTolerance1 } from './tolerance-rules.fixture.ts'

const dueOn = '2026-03-10'
const material = (
  seq: number,
  delivered: string | null,
  rejected: string | null = null,
  secondDueOn: string | null = null,
  ownDueOn: string | null = null,
): PromisedMaterial => ({
  seq,
  dueOn: ownDueOn,
  deliveredAt: delivered === null ? null : shanghai(delivered),
  rejectedAt: rejected === null ? null : shanghai(rejected),
  secondDueOn,
})
const stateAt = (now: string, ...materials: PromisedMaterial[]) => assessSupplement({ dueOn, materials }, zzTolerance1, shanghai(now))

describe('R1 miss: the due day ended (24:00 Asia/Shanghai) without every promised material', () => {
  test.each<[string, string, PromisedMaterial[], string]>([
    ['last instant of the due day', '2026-03-10 23:59:59.999', [material(1, null)], 'OPEN'],
    ['24:00 of the due day', '2026-03-11 00:00:00.000', [material(1, null)], 'MISSED'],
    ['received at the last instant', '2026-03-11 00:00:00.000', [material(1, '2026-03-10 23:59:59.999')], 'FULFILLED'],
    ['received at 24:00', '2026-03-11 00:00:00.000', [material(1, '2026-03-11 00:00:00.000')], 'MISSED'],
    ['received late, asked much later', '2026-05-01 12:00:00', [material(1, '2026-03-12 09:00:00')], 'MISSED'],
    ['one of two missing', '2026-03-11 00:00:00', [material(1, '2026-03-05 09:00:00'), material(2, null)], 'MISSED'],
    ['both there', '2026-03-11 00:00:00', [material(1, '2026-03-05 09:00:00'), material(2, '2026-03-10 17:00:00')], 'FULFILLED'],
    ['received, not yet examined: the receipt counts', '2026-03-20 09:00:00', [material(1, '2026-03-10 17:00:00')], 'FULFILLED'],
    ['a receipt that is still to come does not count', '2026-03-04 09:00:00', [material(1, '2026-03-05 09:00:00')], 'OPEN'],
    [
      'rejected before the due day: there is still time',
      '2026-03-08 09:00:00',
      [material(1, '2026-03-05 09:00:00', '2026-03-06 09:00:00')],
      'OPEN',
    ],
    ['rejected, nothing since', '2026-03-11 00:00:00', [material(1, '2026-03-05 09:00:00', '2026-03-06 09:00:00')], 'MISSED'],
    [
      'received in time, rejected after the due day',
      '2026-03-16 09:00:00',
      [material(1, '2026-03-10 09:00:00', '2026-03-16 09:00:00')],
      'MISSED',
    ],
    ['the same, before the rejection', '2026-03-16 08:59:59', [material(1, '2026-03-10 09:00:00', '2026-03-16 09:00:00')], 'FULFILLED'],
    [
      'rejected with a second due day',
      '2026-03-20 23:59:59',
      [material(1, '2026-03-10 09:00:00', '2026-03-16 09:00:00', '2026-03-20')],
      'OPEN',
    ],
    [
      'the second due day ended',
      '2026-03-21 00:00:00',
      [material(1, '2026-03-10 09:00:00', '2026-03-16 09:00:00', '2026-03-20')],
      'MISSED',
    ],
    [
      'delivered again within it',
      '2026-03-21 00:00:00',
      [material(1, '2026-03-20 16:00:00', '2026-03-16 09:00:00', '2026-03-20')],
      'FULFILLED',
    ],
    ['delivered again, rejection cleared', '2026-03-21 00:00:00', [material(1, '2026-03-20 16:00:00', null, '2026-03-20')], 'FULFILLED'],
    [
      'a second due day for one does not help the other',
      '2026-03-11 00:00:00',
      [material(1, '2026-03-05 09:00:00', '2026-03-06 09:00:00', '2026-03-20'), material(2, null)],
      'MISSED',
    ],
    [
      'its own day is earlier than the letter’s: missed with it',
      '2026-03-06 00:00:00',
      [material(1, null, null, null, '2026-03-05'), material(2, null)],
      'MISSED',
    ],
    [
      'its own day was kept, the letter’s last one is still to come',
      '2026-03-06 00:00:00',
      [material(1, '2026-03-05 23:59:59.999', null, null, '2026-03-05'), material(2, null)],
      'OPEN',
    ],
    [
      'received after its own day, before the letter’s: late',
      '2026-03-06 10:00:00',
      [material(1, '2026-03-06 09:00:00', null, null, '2026-03-05'), material(2, null)],
      'MISSED',
    ],
    [
      'a second day after its own',
      '2026-03-09 23:59:59',
      [material(1, '2026-03-05 09:00:00', '2026-03-06 09:00:00', '2026-03-09', '2026-03-05')],
      'OPEN',
    ],
  ])('%s', (_, now, materials, expected) => expect(stateAt(now, ...materials).state).toBe(expected))

  it('says what is outstanding, why, and since when', () =>
    expect(
      stateAt('2026-03-12 10:00:00', material(1, null), material(2, '2026-03-11 09:00:00'), material(3, '2026-03-02 09:00:00')),
    ).toEqual({
      state: 'MISSED',
      dueOn,
      missedAt: shanghai('2026-03-11 00:00:00'),
      outstanding: [
        { seq: 1, why: 'NOT_DELIVERED', dueOn },
        { seq: 2, why: 'LATE', dueOn },
      ],
    }))

  it('a fulfilled promise was fulfilled with its last delivery', () =>
    expect(stateAt('2026-03-12 10:00:00', material(1, '2026-03-05 09:00:00'), material(2, '2026-03-03 09:00:00'))).toEqual({
      state: 'FULFILLED',
      fulfilledAt: shanghai('2026-03-05 09:00:00'),
    }))

  it('the variant without that reading lets a rejected delivery count', () => {
    const supplement = { dueOn, materials: [material(1, '2026-03-05 09:00:00', '2026-03-06 09:00:00')] }
    expect(assessSupplement(supplement, variantOf({ isRejectedMaterialMissing: false }), shanghai('2026-03-11 00:00:00')).state).toBe(
      'FULFILLED',
    )
  })

  it('a promise of nothing is a bug', () => expect(() => stateAt('2026-03-11 00:00:00')).toThrow(RangeError))

  it('a miss stays a miss, however late something arrives', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 0, max: 100_000_000 }), (late, later) => {
        const end = shanghai('2026-03-11 00:00:00').getTime()
        const delivered = { seq: 1, dueOn: null, deliveredAt: new Date(end + late), rejectedAt: null, secondDueOn: null }
        return assessSupplement({ dueOn, materials: [delivered] }, zzTolerance1, new Date(end + later)).state === 'MISSED'
      }),
    ))
})
