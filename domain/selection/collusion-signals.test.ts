import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { collusionSignals } from './collusion-signals.ts'
import type { BidderTraits, CollusionSignalCode } from './collusion-signals.ts'

const bidder = (signUpId: string, traits: Partial<BidderTraits> = {}): BidderTraits => ({
  ...{ signUpId, networkHash: null, deviceHash: null, practitionerIds: [], feeFen: null, workingDays: null, plan: null },
  ...traits,
})
const found = (bidders: readonly BidderTraits[]) => collusionSignals(bidders).map(({ code, signUpIds }) => [code, signUpIds.join()])
const quoting = (...fees: readonly number[]) => fees.map((feeFen, index) => bidder(`b${index}`, { feeFen, workingDays: index + 1 }))
const longPlan = '我们将安排现场踏勘、资料收集、环境监测和报告编制，并在专家评审后完成修改定稿和备案，全程专人负责。'

describe('招标投标法实施条例 art. 39–40: each hint', () => {
  test.each<[CollusionSignalCode, Partial<BidderTraits>, Partial<BidderTraits>]>([
    ['SAME_NETWORK', { networkHash: 'n' }, { networkHash: 'n' }],
    ['SAME_DEVICE', { deviceHash: 'd' }, { deviceHash: 'd' }],
    ['SAME_PRACTITIONER', { practitionerIds: ['p', 'q'] }, { practitionerIds: ['q'] }],
    ['IDENTICAL_QUOTES', { feeFen: 100, workingDays: 5 }, { feeFen: 100, workingDays: 5 }],
    ['IDENTICAL_PLANS', { plan: longPlan }, { plan: longPlan.replaceAll('、', ' ，') }],
  ])('%s', (code, one, other) => {
    expect(found([bidder('b', other), bidder('a', one), bidder('c')])).toEqual([[code, 'a,b']])
  })

  it('none for what is common by nature: no hash, no team, another time limit, a plan of one sentence', () => {
    const quotes = [
      bidder('a', { feeFen: 100, workingDays: 5, plan: '按期完成。' }),
      bidder('b', { feeFen: 100, workingDays: 6, plan: '按期完成。' }),
    ]
    expect(found([...quotes, bidder('c'), bidder('d')])).toEqual([])
  })

  it('one person in two teams, and two persons in the same two teams, are one finding', () =>
    expect(found([bidder('a', { practitionerIds: ['p', 'q'] }), bidder('b', { practitionerIds: ['q', 'p', 'p'] })])).toEqual([
      ['SAME_PRACTITIONER', 'a,b'],
    ]))
})

describe('报价呈规律性差异', () => {
  test.each<[string, readonly number[], boolean]>([
    ['even steps', [1_000_000, 1_030_000, 1_060_000, 1_090_000], true],
    ['even steps in another order', [1_060_000, 1_000_000, 1_090_000, 1_030_000], true],
    ['one factor', [1_000_000, 1_050_000, 1_102_500, 1_157_625], true],
    ['one of four out of step', [1_000_000, 1_030_000, 1_060_000, 1_090_100], false],
    ['three fall into even steps by chance', [1_000_000, 1_030_000, 1_060_000], false],
    ['all the same is no pattern of differences', [100, 100, 100, 100], false],
  ])('%s', (_, fees, isPattern) => {
    expect(found(quoting(...fees)).some(([code]) => code === 'REGULAR_FEES')).toBe(isPattern)
  })
})

it('the order in which bidders come makes no difference', () => {
  const trait = fc.constantFrom(null, 'x', 'y')
  const arbitrary = fc.uniqueArray(
    fc.record({
      signUpId: fc.uuid(),
      networkHash: trait,
      deviceHash: trait,
      feeFen: fc.constantFrom(null, 1, 2, 3),
      plan: fc.constant(null),
    }),
    { selector: ({ signUpId }) => signUpId, maxLength: 8 },
  )
  fc.assert(
    fc.property(arbitrary, fc.infiniteStream(fc.nat()), (rows, keys) => {
      const bidders = rows.map((row) => bidder(row.signUpId, { ...row, workingDays: 1 }))
      const shuffled = bidders.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key)
      expect(collusionSignals(shuffled.map(({ one }) => one))).toEqual(collusionSignals(bidders))
    }),
  )
})
