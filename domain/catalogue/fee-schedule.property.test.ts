import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FeeSchedule, FeeTier } from './fee-schedule.ts'
import { checkAgainstCeiling, feeAt, feeScheduleSchema } from './fee-schedule.ts'

/** Small, so that every bend lies among the first sizes and a test can try them all. */
const bounds = fc
  .record({ a: fc.option(fc.nat(1000)), b: fc.option(fc.nat(1000)) })
  .map(({ a, b }) => (a !== null && b !== null && a > b ? { minFen: b, maxFen: a } : { minFen: a, maxFen: b }))

const tiers = (maxEnd: number) =>
  fc
    .record({
      ends: fc.uniqueArray(fc.integer({ min: 1, max: maxEnd }), { maxLength: 4 }),
      rates: fc.array(fc.nat(50), { minLength: 5, maxLength: 5 }),
    })
    .map(({ ends, rates }): readonly FeeTier[] =>
      [...ends.sort((a, b) => a - b), null].map((upTo, index) => ({ upTo, rate: rates[index] ?? 0 })),
    )

/** Schedules counted by the vehicle, so that sizes are few enough to try them all. */
const byVehicle: fc.Arbitrary<FeeSchedule> = fc.oneof(
  fc.record({ kind: fc.constant('FIXED' as const), feeFen: fc.nat(1000) }),
  fc.tuple(fc.nat(50), bounds).map(([feeFenPerUnit, of]): FeeSchedule => ({ kind: 'PER_UNIT', unit: 'VEHICLE', feeFenPerUnit, ...of })),
  fc.tuple(tiers(40), bounds).map(([steps, of]): FeeSchedule => ({ kind: 'TIERED', unit: 'VEHICLE', tiers: steps, ...of })),
)

/** Schedules by square metre, and sizes with two decimals. */
const byMetre: fc.Arbitrary<FeeSchedule> = fc
  .tuple(tiers(1000), bounds)
  .map(([steps, of]): FeeSchedule => ({ kind: 'TIERED', unit: 'SQUARE_METRE', tiers: steps, ...of }))
const size = fc.integer({ min: 1, max: 200_000 }).map((hundredths) => hundredths / 100)

const feeOf = (schedule: FeeSchedule, at: number): number => {
  const fee = feeAt(schedule, at)
  if (!fee.ok) throw new Error(fee.refusal.code)
  return fee.value
}

describe('R3 fees by size', () => {
  it('a schedule made by these rules is one that may come in', () => {
    fc.assert(
      fc.property(fc.oneof(byVehicle, byMetre), (schedule) => {
        expect(feeScheduleSchema.parse(schedule)).toEqual(schedule)
      }),
    )
  })

  it('never fall as the size grows', () => {
    fc.assert(fc.property(byMetre, size, size, (schedule, a, b) => feeOf(schedule, Math.min(a, b)) <= feeOf(schedule, Math.max(a, b))))
  })

  it('stay within minimum and maximum', () => {
    fc.assert(
      fc.property(byMetre, size, (schedule, at) => {
        if (schedule.kind === 'FIXED') return
        const fee = feeOf(schedule, at)
        expect(fee).toBeGreaterThanOrEqual(schedule.minFen ?? 0)
        expect(fee).toBeLessThanOrEqual(schedule.maxFen ?? Infinity)
      }),
    )
  })

  it('do not jump from one tier to the next: a hundredth more costs a hundredth of the rate', () => {
    fc.assert(
      fc.property(tiers(1000), (steps) => {
        const schedule: FeeSchedule = { kind: 'TIERED', unit: 'SQUARE_METRE', tiers: steps, minFen: null, maxFen: null }
        for (const [index, { upTo }] of steps.entries()) {
          const next = steps[index + 1]
          if (upTo === null || !next) continue
          expect(feeOf(schedule, upTo + 0.01) - feeOf(schedule, upTo)).toBeLessThanOrEqual(Math.ceil(next.rate / 100))
        }
      }),
    )
  })

  it('cost the same in one tier as per unit', () => {
    fc.assert(
      fc.property(fc.nat(100_000), bounds, size, (rate, of, at) => {
        const one: FeeSchedule = { kind: 'TIERED', unit: 'SQUARE_METRE', tiers: [{ upTo: null, rate }], ...of }
        expect(feeOf(one, at)).toBe(feeOf({ kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: rate, ...of }, at))
      }),
    )
  })
})

describe('R3 the ceiling', () => {
  it('is kept exactly where no size tried is over it, and the size told is the first', () => {
    fc.assert(
      fc.property(byVehicle, byVehicle, (schedule, ceiling) => {
        // Beyond the last tier and all bounds both are straight lines: the largest size shows which is steeper.
        const tried = [...Array.from({ length: 1100 }, (_, index) => index + 1), 100_000_000_000]
        const first = tried.find((at) => exactFen(schedule, at) > exactFen(ceiling, at))
        const checked = checkAgainstCeiling(schedule, ceiling)
        expect(checked.ok).toBe(first === undefined)
        if (checked.ok || first === undefined || checked.refusal.code !== 'FEE_OVER_CEILING') return
        if (first <= 1100) expect(checked.refusal.size ?? 1).toBe(first)
      }),
      { numRuns: 500 },
    )
  })

  it('once kept is kept by the fee in whole fen at every size', () => {
    fc.assert(
      fc.property(byMetre, byMetre, size, (schedule, ceiling, at) => {
        if (checkAgainstCeiling(schedule, ceiling).ok) expect(feeOf(schedule, at)).toBeLessThanOrEqual(feeOf(ceiling, at))
      }),
      { numRuns: 500 },
    )
  })
})

/** The fee of whole vehicles, added up one tier after another without the code under test; whole fen, so nothing is rounded. */
function exactFen(schedule: FeeSchedule, vehicles: number): number {
  if (schedule.kind === 'FIXED') return schedule.feeFen
  if (schedule.kind === 'PERCENTAGE') throw new Error('not by vehicle')
  const steps = schedule.kind === 'TIERED' ? schedule.tiers : [{ upTo: null, rate: schedule.feeFenPerUnit }]
  const sum = steps.reduce((total, { upTo, rate }, index) => {
    const above = steps[index - 1]?.upTo ?? 0
    return total + Math.max(0, Math.min(vehicles, upTo ?? Infinity) - above) * rate
  }, 0)
  return Math.min(Math.max(sum, schedule.minFen ?? 0), schedule.maxFen ?? Infinity)
}
