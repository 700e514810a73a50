import { describe, expect, it } from 'vitest'
import { describeFee } from './describe-fee.ts'
import type { FeeSchedule } from './fee-schedule.ts'
import { checkAgainstCeiling, feeAt, feeLimits, feeScheduleSchema, isSize } from './fee-schedule.ts'

const open = { minFen: null, maxFen: null }
const fixed = (feeFen: number): FeeSchedule => ({ kind: 'FIXED', feeFen })
const perMetre = (feeFenPerUnit: number, bounds = {}): FeeSchedule => ({
  kind: 'PER_UNIT',
  unit: 'SQUARE_METRE',
  feeFenPerUnit,
  ...open,
  ...bounds,
})
const perVehicle = (feeFenPerUnit: number, bounds = {}): FeeSchedule => ({
  kind: 'PER_UNIT',
  unit: 'VEHICLE',
  feeFenPerUnit,
  ...open,
  ...bounds,
})
const ofCost = (ratePpm: number, bounds = {}): FeeSchedule => ({ kind: 'PERCENTAGE', ratePpm, ...open, ...bounds })
/** 1.5 % up to 1 million yuan, 0.8 % up to 5 million, 0.45 % above: 差额累进. */
const tiered: FeeSchedule = {
  kind: 'TIERED',
  unit: 'PROJECT_COST',
  tiers: [
    { upTo: 1_000_000, rate: 15_000 },
    { upTo: 5_000_000, rate: 8_000 },
    { upTo: null, rate: 4_500 },
  ],
  ...open,
}

describe('R3 the fee at a size', () => {
  it.each<[string, FeeSchedule, number | null, number | string]>([
    ['fixed, no size', fixed(12_000_00), null, 12_000_00],
    ['fixed, whatever the size', fixed(12_000_00), 7, 12_000_00],
    ['per square metre', perMetre(136), 1250.5, 170_068],
    ['half a fen is rounded up', perMetre(50), 0.01, 1],
    ['less than half a fen is rounded down', perMetre(49), 0.01, 0],
    ['0.07 is not lost in binary fractions', perMetre(10_000), 0.07, 700],
    ['1.5 % of 1,000,000.01 yuan', ofCost(15_000), 1_000_000.01, 15_000_00],
    ['a millionth of a cost', ofCost(1), 10_000, 1],
    ['minimum holds', perVehicle(80_00, { minFen: 500_00 }), 3, 500_00],
    ['maximum holds', perVehicle(80_00, { maxFen: 500_00 }), 9, 500_00],
    ['first tier', tiered, 1_000_000, 15_000_00],
    ['each tier for its part only', tiered, 6_000_000, 15_000_00 + 32_000_00 + 4_500_00],
    ['a size is needed', tiered, null, 'FEE_SIZE_REQUIRED'],
    ['no size of nothing', perVehicle(80_00), 0, 'FEE_SIZE_INVALID'],
    ['no half vehicle', perVehicle(80_00), 1.5, 'FEE_SIZE_INVALID'],
    ['no third decimal', perMetre(136), 1.005, 'FEE_SIZE_INVALID'],
    ['no number', perMetre(136), Number.NaN, 'FEE_SIZE_INVALID'],
    ['more than can be booked', perVehicle(2_000_000_000), 2, 'FEE_OUT_OF_RANGE'],
    ['a maximum keeps it bookable', perVehicle(2_000_000_000, { maxFen: feeLimits.fen }), 2, feeLimits.fen],
  ])('%s', (_, schedule, size, expected) => {
    const fee = feeAt(schedule, size)
    expect(fee.ok ? fee.value : fee.refusal.code).toBe(expected)
  })

  it('sizes of the largest project still count to the fen', () => {
    expect(isSize(feeLimits.size - 0.01, 'PROJECT_COST')).toBe(true)
    expect(isSize(feeLimits.size + 1, 'PROJECT_COST')).toBe(false)
  })
})

describe('R3 a fee over a government ceiling, at any size', () => {
  it.each<[string, FeeSchedule, FeeSchedule, object | 'ok']>([
    ['fixed within fixed', fixed(500), fixed(500), 'ok'],
    ['fixed over fixed', fixed(501), fixed(500), { code: 'FEE_OVER_CEILING', size: null, feeFen: 501, feeCeilingFen: 500 }],
    ['the same rate', perMetre(136), perMetre(136), 'ok'],
    ['a rate over the ceiling', perMetre(137), perMetre(136), { code: 'FEE_OVER_CEILING', size: 1, feeFen: 137, feeCeilingFen: 136 }],
    ['another unit', perMetre(136), perVehicle(136), { code: 'FEE_UNIT_DIFFERS', unit: 'SQUARE_METRE', ceilingUnit: 'VEHICLE' }],
    [
      'a minimum over the ceiling of small sizes',
      perVehicle(80, { minFen: 300 }),
      perVehicle(100),
      { code: 'FEE_OVER_CEILING', size: 1, feeFen: 300, feeCeilingFen: 100 },
    ],
    [
      'a fixed fee under a ceiling by size',
      fixed(300),
      perVehicle(100),
      { code: 'FEE_OVER_CEILING', size: 1, feeFen: 300, feeCeilingFen: 100 },
    ],
    ['a fixed fee under the ceiling of the smallest size', fixed(100), perVehicle(100), 'ok'],
    [
      'an open end over a fixed ceiling',
      perVehicle(100),
      fixed(1000),
      { code: 'FEE_OVER_CEILING', size: 11, feeFen: 1100, feeCeilingFen: 1000 },
    ],
    ['a maximum under a fixed ceiling', perVehicle(100, { maxFen: 1000 }), fixed(1000), 'ok'],
    [
      'one tier over, found where the sums cross',
      {
        kind: 'TIERED',
        unit: 'VEHICLE',
        tiers: [
          { upTo: 100, rate: 10 },
          { upTo: null, rate: 30 },
        ],
        ...open,
      },
      perVehicle(20),
      { code: 'FEE_OVER_CEILING', size: 201, feeFen: 4030, feeCeilingFen: 4020 },
    ],
    ['tiers within a percentage', tiered, ofCost(15_000), 'ok'],
    [
      'a percentage within tiers only at first',
      ofCost(10_000),
      tiered,
      { code: 'FEE_OVER_CEILING', size: 3_500_005, feeFen: 3_500_005, feeCeilingFen: 3_500_004 },
    ],
    [
      'over by less than a fen only',
      perMetre(100, { maxFen: 10 }),
      {
        kind: 'TIERED',
        unit: 'SQUARE_METRE',
        tiers: [
          { upTo: 0.05, rate: 90 },
          { upTo: null, rate: 120 },
        ],
        ...open,
      },
      { code: 'FEE_OVER_CEILING', size: 0.01, feeFen: 1, feeCeilingFen: 1 },
    ],
  ])('%s', (_, schedule, ceiling, expected) => {
    const checked = checkAgainstCeiling(schedule, ceiling)
    expect(checked.ok ? 'ok' : checked.refusal).toEqual(expected)
  })
})

describe('a schedule as it comes in', () => {
  const codesOf = (input: unknown): readonly string[] => {
    const parsed = feeScheduleSchema.safeParse(input)
    return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)
  }
  const tiers = (...of: [number | null, number][]) => ({
    kind: 'TIERED',
    unit: 'VEHICLE',
    tiers: of.map(([upTo, rate]) => ({ upTo, rate })),
  })

  it.each<[string, unknown, readonly string[]]>([
    ['no kind', {}, ['kind FEE_KIND_INVALID']],
    ['half a fen', { kind: 'FIXED', feeFen: 0.5 }, ['feeFen FEE_INVALID']],
    ['a negative fee', { kind: 'FIXED', feeFen: -1 }, ['feeFen FEE_INVALID']],
    ['more than the column holds', { kind: 'FIXED', feeFen: feeLimits.fen + 1 }, ['feeFen FEE_INVALID']],
    ['an unknown unit', { kind: 'PER_UNIT', unit: 'PARSEC', feeFenPerUnit: 1 }, ['unit FEE_UNIT_INVALID']],
    ['so many fen per yuan of cost', { kind: 'PER_UNIT', unit: 'PROJECT_COST', feeFenPerUnit: 1 }, ['unit FEE_UNIT_INVALID']],
    ['over a hundred per cent', { kind: 'PERCENTAGE', ratePpm: 1_000_001 }, ['ratePpm FEE_RATE_INVALID']],
    [
      'over a hundred per cent in a tier',
      { kind: 'TIERED', unit: 'PROJECT_COST', tiers: [{ upTo: null, rate: 1_000_001 }] },
      ['tiers.0.rate FEE_RATE_INVALID'],
    ],
    ['minimum over maximum', { kind: 'PERCENTAGE', ratePpm: 5, minFen: 2, maxFen: 1 }, ['minFen FEE_MIN_OVER_MAX']],
    ['no tiers', tiers(), ['tiers FEE_TIERS_MISSING']],
    [
      'too many tiers',
      tiers(...Array.from({ length: 21 }, (_, at): [number | null, number] => [at === 20 ? null : at + 1, 1])),
      ['tiers FEE_TIERS_TOO_MANY'],
    ],
    ['last tier closed', tiers([5, 1], [10, 1]), ['tiers.1.upTo FEE_TIERS_LAST_NOT_OPEN']],
    ['an open tier in between', tiers([null, 1], [null, 1]), ['tiers.0.upTo FEE_TIER_SIZE_INVALID']],
    ['half a vehicle', tiers([2.5, 1], [null, 1]), ['tiers.0.upTo FEE_TIER_SIZE_INVALID']],
    ['the same end twice', tiers([5, 1], [5, 1], [null, 1]), ['tiers.1.upTo FEE_TIERS_NOT_ASCENDING']],
    ['a good one', tiers([5, 3], [10, 2], [null, 1]), []],
  ])('%s', (_, input, expected) => {
    expect(codesOf(input)).toEqual(expected)
  })

  it('bounds left out are none', () => {
    expect(feeScheduleSchema.parse({ kind: 'PERCENTAGE', ratePpm: 5 })).toEqual({
      kind: 'PERCENTAGE',
      ratePpm: 5,
      minFen: null,
      maxFen: null,
    })
  })
})

describe('a schedule as facts', () => {
  it('names each tier with its lower end', () => {
    expect(describeFee(tiered).lines).toEqual([
      { above: 0, upTo: 1_000_000, feeFenPerUnit: null, ratePpm: 15_000 },
      { above: 1_000_000, upTo: 5_000_000, feeFenPerUnit: null, ratePpm: 8_000 },
      { above: 5_000_000, upTo: null, feeFenPerUnit: null, ratePpm: 4_500 },
    ])
    expect(describeFee(perVehicle(80))).toMatchObject({ unit: 'VEHICLE', feeFen: null, lines: [{ feeFenPerUnit: 80, ratePpm: null }] })
    expect(describeFee(fixed(80))).toEqual({ kind: 'FIXED', unit: null, feeFen: 80, lines: [], minFen: null, maxFen: null })
  })
})
