import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fiveFees } from './five-fees.ts'

const summary = (fees: readonly number[]) => {
  const five = fiveFees(fees)
  return five && [five.minFen, five.lowerQuartileFen, five.medianFen, five.upperQuartileFen, five.maxFen]
}

it.each([
  [[], null],
  [[500], [500, 500, 500, 500, 500]],
  [
    [300, 100, 200, 400],
    [100, 100, 200, 300, 400],
  ],
  [
    [5, 4, 3, 2, 1],
    [1, 2, 3, 4, 5],
  ],
])('sums up %j as %j', (fees, expected) => {
  expect(summary(fees)).toEqual(expected)
})

it('every figure is a fee that is asked, in order, whatever the order they come in', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1 }), (fees) => {
      const five = summary(fees) ?? []
      expect(five).toEqual([...five].sort((a, b) => a - b))
      expect(five.every((fee) => fees.includes(fee))).toBe(true)
      expect(summary(fees.toReversed())).toEqual(five)
      // At least a quarter pays no more than the lower quartile.
      expect(fees.filter((fee) => fee <= (five[1] ?? 0)).length).toBeGreaterThanOrEqual(fees.length / 4)
    }),
  )
})
