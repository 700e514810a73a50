import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseYuan } from '#domain/kernel/money.ts'
import { averagePrice } from './average-price.ts'

interface HaizhouCase {
  readonly id: string
  readonly bids: readonly string[]
  readonly factorPercent: number
  readonly expected: {
    readonly droppedIndexes: number[]
    readonly reference: string
    readonly nearestIndexes: number[]
    readonly tie: boolean
  }
}
const { cases } = JSON.parse(readFileSync('test/vectors/haizhou-average-price.json', 'utf8')) as { cases: HaizhouCase[] }

const fen = (yuan: string): number => {
  const parsed = parseYuan(yuan)
  if (!parsed.ok) throw new Error(yuan)
  return parsed.value
}
const quotesOf = (fees: readonly number[]) => fees.map((feeFen, index) => ({ signUpId: String(index), feeFen }))

describe('连云港海州 最优价 (R3)', () => {
  test.each(cases)('$id at $factorPercent %', ({ bids, factorPercent, expected }) => {
    const { referenceFen, kept, dropped } = averagePrice(quotesOf(bids.map(fen)), factorPercent)
    expect(referenceFen).toBe(fen(expected.reference))
    expect([dropped?.highest.signUpId, dropped?.lowest.signUpId].map(Number).sort()).toEqual(expected.droppedIndexes.toSorted())
    const nearest = kept.filter(({ distanceFen }) => distanceFen === kept[0]?.distanceFen).map(({ signUpId }) => Number(signUpId))
    expect(nearest).toEqual(expected.nearestIndexes)
    expect(nearest.length > 1).toBe(expected.tie)
  })

  test('half a fen is rounded up where floating point would go down: 9.10 × 95 % = 8.645', () => {
    expect(averagePrice(quotesOf([1200, 910, 910, 910, 910, 800]), 95).referenceFen).toBe(865)
  })

  test('amounts beyond the safe products stay exact', () => {
    const fee = 90_071_992_547_409
    expect(averagePrice(quotesOf([fee + 2, fee, fee, fee, fee - 2]), 97).referenceFen).toBe(Number((BigInt(fee) * 97n + 50n) / 100n))
  })

  test('two quotes, or one: nothing is dropped (our own default for private funds)', () => {
    expect(averagePrice(quotesOf([1000, 800]), 95)).toMatchObject({
      referenceFen: 855,
      dropped: null,
      kept: [{ feeFen: 800 }, { feeFen: 1000 }],
    })
    expect(averagePrice(quotesOf([1000]), 98)).toMatchObject({ dropped: null, kept: [{ feeFen: 1000 }] })
  })

  test('any quotes: all but two are kept, the dropped ones are the extremes, the reference is within the rest', () => {
    const fees = fc.array(fc.integer({ min: 1, max: 1_000_000_000 }), { minLength: 3, maxLength: 60 })
    fc.assert(
      fc.property(fees, fc.constantFrom(95, 96, 97, 98), (given, percent) => {
        const { kept, dropped, referenceFen } = averagePrice(quotesOf(given), percent)
        expect(kept).toHaveLength(given.length - 2)
        expect(dropped?.highest.feeFen).toBe(Math.max(...given))
        expect(dropped?.lowest.feeFen).toBe(Math.min(...given))
        expect(dropped?.highest.signUpId).not.toBe(dropped?.lowest.signUpId)
        expect(referenceFen).toBeLessThanOrEqual(Math.max(...kept.map(({ feeFen }) => feeFen)))
      }),
    )
  })
})
