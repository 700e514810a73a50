import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import { addDays, endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { listEntry } from '#domain/listings/list-entry.fixture.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { creditEvent, creditReview } from './credit-fact.fixture.ts'
import { creditRuleSet } from './credit-rule-set.fixture.ts'
import { ZZ_1 } from './credit-rule-set.ts'
import { meanOn } from './platform-mean.ts'
import { ratingHistory } from './rating-history.ts'
import { computeStanding } from './standing.ts'
import type { StandingFacts } from './standing.ts'

type Facts = Omit<StandingFacts, 'platformMeanReview'>
const nothing: Facts = {
  events: [],
  reviews: [],
  listedOn: '2024-01-01',
  entries: [],
  suspensions: [],
  breaches: [],
  toleranceListings: [],
}
const next = creditRuleSet({ complaintPoints: -5 }, '2026-07-01')
const ruleSets = { credit: [ZZ_1, next], listing: listingRuleSets, tolerance: toleranceRuleSets }
const means = [
  { publishedOn: '2026-06-01', meanReview: 70 },
  { publishedOn: '2026-03-01', meanReview: 80 },
]
const span = { from: '2026-01-01', to: '2026-12-31' }
const history = (facts: Partial<Facts>, published: typeof means = []) => ratingHistory({ ...nothing, ...facts }, published, ruleSets, span)
const told = (points: ReturnType<typeof history>) => points.map(({ day, grade, score }) => [day, grade, score])

describe('R6 the rating over time', () => {
  it('moves on the first day of a fact and on the day after its last', () => {
    const events = [creditEvent({ points: -20, countsFromOn: '2026-03-01', countsUntilOn: '2026-05-31' })]
    expect(told(history({ events }))).toEqual([
      ['2026-01-01', 'A', 100],
      ['2026-03-01', 'B', 80],
      ['2026-06-01', 'A', 100],
      // The next version begins, and says the same.
      ['2026-07-01', 'A', 100],
    ])
  })

  it('changes with the rules on the day they take effect, and not before', () => {
    const events = [creditEvent({ kind: 'COMPLAINT' })]
    const points = history({ events })
    expect(told(points)).toEqual([
      ['2026-01-01', 'A', 99],
      ['2026-07-01', 'A', 95],
    ])
    expect(points.map(({ ruleSetVersion }) => ruleSetVersion)).toEqual(['ZZ-1', 'ZZ-2'])
  })

  it('is E for the days on the blacklist', () => {
    const entries = [listEntry({ fromOn: '2026-04-10', untilOn: '2026-05-09' })]
    expect(told(history({ entries })).slice(0, 3)).toEqual([
      ['2026-01-01', 'A', 100],
      ['2026-04-10', 'E', 100],
      ['2026-05-10', 'A', 100],
    ])
  })

  it('days before the first rules are left out', () => {
    expect(ratingHistory(nothing, [], ruleSets, { from: '2025-06-01', to: '2026-03-01' }).map(({ day }) => day)).toEqual(['2026-01-01'])
  })

  it('no day between two points has another rating: what is shown is what would be computed', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-06-01', days))
    const event = fc.record({
      eventId: fc.uuid(),
      points: fc.integer({ min: -40, max: 0 }),
      countsFromOn: day,
      countsUntilOn: fc.option(day, { nil: null }),
      annulledOn: fc.option(day, { nil: null }),
    })
    const review = fc.record({ reviewId: fc.uuid(), mark: fc.integer({ min: 1, max: 5 }), deliveredOn: day, recordedOn: day })
    fc.assert(
      fc.property(fc.array(event, { maxLength: 5 }), fc.array(review, { maxLength: 4 }), day, (events, reviews, asked) => {
        const facts: Facts = {
          ...nothing,
          events: events.map(creditEvent),
          reviews: reviews.map(({ mark, ...one }) => creditReview({ ...one, engagementId: one.reviewId, mark })),
        }
        if (asked < span.from || asked > span.to) return
        const shown = ratingHistory(facts, means, ruleSets, span).findLast(({ day: from }) => from <= asked)
        const at = new Date(endOfShanghaiDay(asked).getTime() - 1)
        const computed = computeStanding({ ...facts, platformMeanReview: meanOn(means, asked) }, ruleSets, at)
        expect(computed.ok && { grade: computed.value.grade, score: computed.value.score }).toEqual({
          grade: shown?.grade,
          score: shown?.score,
        })
      }),
      { numRuns: 200 },
    )
  })
})
