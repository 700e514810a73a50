import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CreditEvent, CreditReview } from './credit-fact.ts'
import { creditEventKinds, reviewRaters } from './credit-fact.ts'
import { ZZ_1 } from './credit-rule-set.ts'
import type { ScoreInput } from './score.ts'
import { scoreSubject } from './score.ts'

const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2024-06-01', days))
const maybeDay = fc.option(day, { nil: null })
const mark = fc.integer({ min: 1, max: 5 })

const event = fc.record({
  eventId: fc.uuid(),
  kind: fc.constantFrom(...creditEventKinds),
  points: fc.integer({ min: -40, max: 15 }),
  clause: fc.constant('V-FEE-02'),
  countsFromOn: day,
  countsUntilOn: maybeDay,
  annulledOn: maybeDay,
})
const review = fc.record({
  reviewId: fc.uuid(),
  engagementId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
  rater: fc.constantFrom(...reviewRaters),
  dimensions: fc.record({ quality: mark, timeliness: mark, attitude: mark, fees: mark, conduct: mark }),
  deliveredOn: day,
  recordedOn: day,
  annulledOn: maybeDay,
})
const events: fc.Arbitrary<CreditEvent[]> = fc.uniqueArray(event, { maxLength: 12, selector: (one) => one.eventId })
const reviews: fc.Arbitrary<CreditReview[]> = fc.uniqueArray(review, { maxLength: 12, selector: (one) => one.engagementId + one.rater })
const input: fc.Arbitrary<ScoreInput> = fc.record({
  events,
  reviews,
  listedOn: maybeDay,
  isBlacklisted: fc.boolean(),
  platformMeanReview: fc.option(fc.float({ min: 0, max: 100, noNaN: true }), { nil: null }),
})
const score = (facts: ScoreInput, asOf: string) => scoreSubject(facts, ZZ_1, asOf)
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('R6 properties of every score', () => {
  it('the order of arrival is irrelevant', () => {
    fc.assert(
      fc.property(
        input.chain((facts) =>
          fc.record({
            facts: fc.constant(facts),
            shuffledEvents: fc.shuffledSubarray([...facts.events], { minLength: facts.events.length }),
            shuffledReviews: fc.shuffledSubarray([...facts.reviews], { minLength: facts.reviews.length }),
          }),
        ),
        day,
        ({ facts, shuffledEvents, shuffledReviews }, asOf) => {
          expect(score({ ...facts, events: shuffledEvents, reviews: shuffledReviews }, asOf)).toEqual(score(facts, asOf))
        },
      ),
    )
  })

  it('an annulled, expired or later fact is as if it had never been', () => {
    fc.assert(
      fc.property(input, day, (facts, asOf) => {
        const isPresent = (from: string, annulledOn: string | null) => from <= asOf && !(annulledOn !== null && annulledOn <= asOf)
        const present: ScoreInput = {
          ...facts,
          events: facts.events.filter((one) => isPresent(one.countsFromOn, one.annulledOn) && (one.countsUntilOn ?? asOf) >= asOf),
          reviews: facts.reviews.filter((one) => isPresent(one.recordedOn, one.annulledOn)),
        }
        expect(score(present, asOf)).toEqual(score(facts, asOf))
      }),
    )
  })

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(input, day, (facts, asOf) => {
        const result = score(facts, asOf)
        expect(result.conductScore).toBeGreaterThanOrEqual(0)
        expect(result.conductScore).toBeLessThanOrEqual(110)
        if (result.reviewScore !== null) expect(result.reviewScore).toBeGreaterThanOrEqual(0)
        if (result.reviewScore !== null) expect(result.reviewScore).toBeLessThanOrEqual(100)
        if (facts.isBlacklisted) expect(result.grade).toBe('E')
      }),
    )
  })

  it('is monotone: more points of one event never lower conduct or score', () => {
    fc.assert(
      fc.property(input, fc.nat(), fc.integer({ min: 0, max: 30 }), day, (facts, at, more, asOf) => {
        const raised = facts.events.map((one, index) => (index === at % facts.events.length ? { ...one, points: one.points + more } : one))
        const before = score(facts, asOf)
        const after = score({ ...facts, events: raised }, asOf)
        expect(after.conductScore).toBeGreaterThanOrEqual(before.conductScore)
        expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0)
      }),
    )
  })

  it('its lines add up to it', () => {
    fc.assert(
      fc.property(input, day, (facts, asOf) => {
        const result = score(facts, asOf)
        const of = (kind: string) => result.explanation.filter((line) => line.kind === kind)
        expect(sum(of('CONDUCT').map((line) => line.points ?? 0))).toBeCloseTo(result.conductScore, 6)
        if (result.reviewScore !== null) {
          expect(sum(of('REVIEW').map((line) => (line.points ?? 0) * (line.weight ?? 0)))).toBeCloseTo(result.reviewScore, 1)
          expect(sum(of('REVIEW').map((line) => line.weight ?? 0))).toBeCloseTo(1, 4)
        }
        if (result.score !== null) {
          expect(sum(of('SCORE').map((line) => (line.points ?? 0) * (line.weight ?? 0)))).toBeCloseTo(result.score, 2)
        }
      }),
    )
  })
})
