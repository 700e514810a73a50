import { describe, expect, it } from 'vitest'
import { checkFee } from './fee.ts'
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

describe('R3 fee within the ceiling', () => {
  it.each([
    ['at a government-set price', 50_000, 'GOVERNMENT_SET', 50_000, 'ok'],
    ['over a government-set price', 50_001, 'GOVERNMENT_SET', 50_000, 'FEE_OVER_CEILING'],
    ['over a guided price', 50_001, 'GOVERNMENT_GUIDED', 50_000, 'FEE_OVER_CEILING'],
    ['a guided price with no known ceiling', 50_001, 'GOVERNMENT_GUIDED', null, 'ok'],
    ['a market price has no ceiling', 50_001, 'MARKET', 50_000, 'ok'],
    ['free of charge', 0, 'MARKET', null, 'ok'],
    ['negative', -1, 'MARKET', null, 'FEE_INVALID'],
    ['half a fen', 0.5, 'MARKET', null, 'FEE_INVALID'],
    ['no number', Number.NaN, 'MARKET', null, 'FEE_INVALID'],
  ] as const)('%s', (_, feeFen, feeBasis, feeCeilingFen, expected) => {
    const result = checkFee(feeFen, { feeBasis, feeCeilingFen })
    expect(result.ok ? 'ok' : result.refusal.code).toBe(expected)
  })
})
