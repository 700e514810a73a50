import fc from 'fast-check'
import { expect, test } from 'vitest'
import { creditField } from './credit-shortlist.ts'

const rules = { tailShare: 0.2, unratedScore: 75 }
const bidders = (scores: readonly (number | null)[]) =>
  scores.map((score, index) => ({ signUpId: `s${index + 1}`, place: index + 1, score }))
const cutOf = (scores: readonly (number | null)[]) => creditField(bidders(scores), rules).cut.map(({ bidder }) => bidder.place)

test('R3 信用择优: of ten the last two by credit are cut, with their rank', () => {
  const { cut, drawn } = creditField(bidders([95, 60, 88, 91, 70, 72, 99, 61, 80, 85]), rules)
  expect(cut).toMatchObject([
    { bidder: { place: 8 }, rank: 9 },
    { bidder: { place: 2 }, rank: 10 },
  ])
  expect(drawn[0]).toMatchObject({ bidder: { place: 1 }, tickets: 9500 })
  expect(drawn).toHaveLength(8)
})

test.each([
  ['fewer than five: nobody', [90, 60, 61, 62], []],
  ['two: nobody', [90, 10], []],
  ['equal at the line: all of them stay', [90, 90, 60, 60, 60], []],
  ['not rated counts as 75', [90, null, 80, 70, 85], [4]],
])('the tail of %s', (_name, scores, expected) => {
  expect(cutOf(scores)).toEqual(expected)
})

test('whoever is cut has less credit than everyone who stays; two always stay; each has a ticket', () => {
  const scores = fc.array(fc.option(fc.double({ min: 0, max: 110, noNaN: true })), { minLength: 2, maxLength: 50 })
  fc.assert(
    fc.property(scores, fc.double({ min: 0, max: 0.99, noNaN: true }), (given, tailShare) => {
      const { drawn, cut } = creditField(bidders(given), { ...rules, tailShare })
      expect(drawn.length + cut.length).toBe(given.length)
      expect(drawn.length).toBeGreaterThanOrEqual(2)
      const lowest = Math.min(...drawn.map(({ tickets }) => tickets))
      expect(lowest).toBeGreaterThanOrEqual(1)
      for (const { bidder } of cut) expect(Math.round((bidder.score ?? 75) * 100)).toBeLessThan(lowest)
    }),
  )
})
