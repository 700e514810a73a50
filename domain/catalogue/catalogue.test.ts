import { describe, expect, it } from 'vitest'
import type { FeeBasis, FeeRule } from './fee.ts'
import { agreeFee, checkFee } from './fee.ts'
import type { FeeSchedule } from './fee-schedule.ts'
import { checkItemRetained } from './service-item.ts'

describe('R2 a cancelled item cannot be demanded, offered or selected', () => {
  it('names the instrument that cancelled it', () => {
    const cancelled = { code: 'ZJ-EIA-002', status: 'CANCELLED', cancelledBy: '国发〔2015〕58号' } as const
    expect(checkItemRetained(cancelled)).toEqual({
      ok: false,
      refusal: { code: 'ITEM_CANCELLED', itemCode: 'ZJ-EIA-002', cancelledBy: '国发〔2015〕58号' },
    })
  })

  it('a retained one passes', () => {
    expect(checkItemRetained({ code: 'ZJ-EIA-001', status: 'RETAINED', cancelledBy: null }).ok).toBe(true)
  })
})

const perVehicle = (feeFenPerUnit: number) =>
  ({ kind: 'PER_UNIT', unit: 'VEHICLE', feeFenPerUnit, minFen: null, maxFen: null }) as const satisfies FeeSchedule
const fixed = (feeFen: number) => ({ kind: 'FIXED', feeFen }) as const satisfies FeeSchedule
const rule = (feeBasis: FeeBasis, feeCeiling: FeeSchedule | null): FeeRule => ({
  feeBasis,
  feeUnit: 'VEHICLE',
  referenceSize: 10,
  feeCeiling,
})

describe('R2, R3 what may be asked for an item', () => {
  it.each<[string, FeeSchedule, FeeRule, number | string]>([
    ['at a government-set price', fixed(50_000), rule('GOVERNMENT_SET', fixed(50_000)), 50_000],
    ['over a government-set price', fixed(50_001), rule('GOVERNMENT_SET', fixed(50_000)), 'FEE_OVER_CEILING'],
    ['over a guided price', perVehicle(101), rule('GOVERNMENT_GUIDED', perVehicle(100)), 'FEE_OVER_CEILING'],
    ['a guided price with no known ceiling', fixed(50_001), rule('GOVERNMENT_GUIDED', null), 50_001],
    ['a market price has no ceiling', fixed(50_001), rule('MARKET', fixed(50_000)), 50_001],
    ['free of charge', fixed(0), rule('MARKET', null), 0],
    ['compared at the reference size', perVehicle(100), rule('MARKET', null), 1000],
    ['counted in another unit than the item', { ...perVehicle(1), unit: 'PERSON' }, rule('MARKET', null), 'FEE_UNIT_NOT_ALLOWED'],
    ['counted where only fixed fees are', perVehicle(1), { ...rule('MARKET', null), feeUnit: null }, 'FEE_UNIT_NOT_ALLOWED'],
  ])('%s', (_, schedule, of, expected) => {
    const checked = checkFee(schedule, of)
    expect(checked.ok ? checked.value : checked.refusal.code).toBe(expected)
  })
})

describe('R3 the fee agreed for a size', () => {
  it.each<[string, FeeSchedule, number | null, FeeRule, object]>([
    ['by the size', perVehicle(100), 3, rule('MARKET', null), { feeFen: 300, size: 3, unit: 'VEHICLE' }],
    ['a fixed fee keeps no size', fixed(300), 3, rule('MARKET', null), { feeFen: 300, size: null, unit: null }],
    ['no size where one is needed', perVehicle(100), null, rule('MARKET', null), { code: 'FEE_SIZE_REQUIRED', unit: 'VEHICLE' }],
    [
      'a size that only the ceiling needs',
      fixed(300),
      null,
      rule('GOVERNMENT_SET', perVehicle(100)),
      { code: 'FEE_SIZE_REQUIRED', unit: 'VEHICLE' },
    ],
    ['within the ceiling at that size', fixed(300), 3, rule('GOVERNMENT_SET', perVehicle(100)), { feeFen: 300, size: 3, unit: 'VEHICLE' }],
    [
      'over the ceiling at that size',
      fixed(300),
      2,
      rule('GOVERNMENT_SET', perVehicle(100)),
      { code: 'FEE_OVER_CEILING', size: 2, feeFen: 300, feeCeilingFen: 200, feeBasis: 'GOVERNMENT_SET' },
    ],
    [
      'a ceiling beyond all bounds binds nobody',
      fixed(300),
      3_000_000,
      rule('GOVERNMENT_SET', perVehicle(1000)),
      { feeFen: 300, size: 3_000_000, unit: 'VEHICLE' },
    ],
  ])('%s', (_, schedule, size, of, expected) => {
    const agreed = agreeFee(schedule, size, of)
    expect(agreed.ok ? agreed.value : agreed.refusal).toEqual(expected)
  })
})
