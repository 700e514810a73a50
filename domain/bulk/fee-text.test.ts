import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { feeScheduleSchema, feeUnitDecimals, feeUnits } from '../catalogue/fee-schedule.ts'
import type { FeeSchedule } from '../catalogue/fee-schedule.ts'
import { readFee, writeFee } from './fee-text.ts'

const none = { minFen: null, maxFen: null }
const tiered = (unit: string, tiers: unknown[], bounds = none) => ({ kind: 'TIERED', unit, tiers, ...bounds })

describe('fees in one cell', () => {
  it.each([
    ['12000', { kind: 'FIXED', feeFen: 1_200_000 }],
    ['１２，０００．５０', { kind: 'FIXED', feeFen: 1_200_050 }],
    ['¥12,000 元', { kind: 'FIXED', feeFen: 1_200_000 }],
    ['1.2万元', { kind: 'FIXED', feeFen: 1_200_000 }],
    ['80/平方米', { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 8000, ...none }],
    ['80元/㎡；最低5000；最高3万', { kind: 'PER_UNIT', unit: 'SQUARE_METRE', feeFenPerUnit: 8000, minFen: 500_000, maxFen: 3_000_000 }],
    ['1.5%', { kind: 'PERCENTAGE', ratePpm: 15_000, ...none }],
    ['1.5%;min 5000', { kind: 'PERCENTAGE', ratePpm: 15_000, minFen: 500_000, maxFen: null }],
    [
      '≤1,000,000:1.5%；>1,000,000：1.2%',
      tiered('PROJECT_COST', [
        { upTo: 1_000_000, rate: 15_000 },
        { upTo: null, rate: 12_000 },
      ]),
    ],
    [
      '<=500:10/份;>:8/copy;max 9000',
      tiered(
        'COPY',
        [
          { upTo: 500, rate: 1000 },
          { upTo: null, rate: 800 },
        ],
        { minFen: null, maxFen: 900_000 } as never,
      ),
    ],
  ])('%s', (text, schedule) => expect(readFee(text, 'YUAN')).toEqual({ ok: true, value: schedule }))

  it('a bare number counts in what the heading says', () => {
    expect(readFee('1.2345', 'TEN_THOUSAND_YUAN')).toEqual({ ok: true, value: { kind: 'FIXED', feeFen: 1_234_500 } })
    expect(readFee('500元', 'TEN_THOUSAND_YUAN')).toEqual({ ok: true, value: { kind: 'FIXED', feeFen: 50_000 } })
  })

  it.each([
    ['面议', 'FEE_MALFORMED'],
    ['12.345', 'FEE_MALFORMED'],
    ['-5', 'FEE_MALFORMED'],
    ['80/头', 'FEE_MALFORMED'],
    ['12000;最低5000', 'FEE_MALFORMED'],
    ['80/平方米;90/平方米', 'FEE_MALFORMED'],
    ['1.5%;最低5000;最低6000', 'FEE_MALFORMED'],
    ['≤100:1%;>200:2%', 'FEE_MALFORMED'],
    ['≤100:1%;>100:5/份', 'FEE_MALFORMED'],
    ['30000000', 'FEE_INVALID'],
    ['1.5%;最低6000;最高5000', 'FEE_MIN_OVER_MAX'],
    ['≤100:1%', 'FEE_TIERS_LAST_NOT_OPEN'],
    ['≤200:1%;≤100:2%;>100:3%', 'FEE_TIERS_NOT_ASCENDING'],
    ['101%', 'FEE_RATE_INVALID'],
  ])('%s is refused with %s', (text, code) => expect(readFee(text, 'YUAN')).toMatchObject({ ok: false, refusal: { code } }))

  it('whatever schedule is written is read again, in either language', () => {
    const fen = fc.integer({ min: 0, max: 2_147_483_647 })
    const bounds = fc.tuple(fc.option(fen), fc.option(fen)).map(([a, b]) => ({
      minFen: a !== null && b !== null ? Math.min(a, b) : a,
      maxFen: a !== null && b !== null ? Math.max(a, b) : b,
    }))
    const ppm = fc.integer({ min: 0, max: 1_000_000 })
    const tiers = fc
      .tuple(fc.constantFrom(...feeUnits), fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 6 }), ppm)
      .map(([unit, sizes, rate]) => {
        const scale = 10 ** feeUnitDecimals[unit]
        const ends = sizes.sort((x, y) => x - y).map((size) => size / scale)
        return { unit, tiers: [...ends.map((upTo) => ({ upTo, rate })), { upTo: null, rate: Math.floor(rate / 2) }] }
      })
    const schedules = fc.oneof(
      fen.map((feeFen) => ({ kind: 'FIXED', feeFen })),
      fc
        .tuple(fc.constantFrom(...feeUnits.filter((unit) => unit !== 'PROJECT_COST')), fen, bounds)
        .map(([unit, feeFenPerUnit, rest]) => ({ kind: 'PER_UNIT', unit, feeFenPerUnit, ...rest })),
      fc.tuple(ppm, bounds).map(([ratePpm, rest]) => ({ kind: 'PERCENTAGE', ratePpm, ...rest })),
      fc.tuple(tiers, bounds).map(([one, rest]) => ({ kind: 'TIERED', ...one, ...rest })),
    )
    fc.assert(
      fc.property(schedules, fc.constantFrom('zh' as const, 'en' as const), (given, language) => {
        const schedule: FeeSchedule = feeScheduleSchema.parse(given)
        expect(readFee(writeFee(schedule, language), 'YUAN')).toEqual({ ok: true, value: schedule })
      }),
    )
  })
})
