import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import type { CreditEvent, CreditReview } from './credit-fact.ts'
import { creditEventKinds, reviewRaters } from './credit-fact.ts'
import { creditRuleSet } from './credit-rule-set.fixture.ts'
import { ZZ_1 } from './credit-rule-set.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import type { ScoreInput } from './score.ts'
import { scoreSubject } from './score.ts'
import { roundTo } from './score-line.ts'

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

/** Any version that could be published, ZZ-1 among them: what holds of every score holds whatever an office writes into its rules. */
const rules: fc.Arbitrary<CreditRuleSet> = fc.oneof(
  fc.constant(ZZ_1),
  fc
    .record({
      weights: fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })),
      reviewWindowMonths: fc.integer({ min: 1, max: 48 }),
      priorEngagements: fc.integer({ min: 0, max: 20 }),
      bounds: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 80, max: 150 })),
      honoursCap: fc.integer({ min: 0, max: 30 }),
      complaintPoints: fc.integer({ min: -20, max: 0 }),
      share: fc.integer({ min: 0, max: 10 }),
      notRated: fc.record({ engagements: fc.integer({ min: 0, max: 6 }), months: fc.integer({ min: 0, max: 24 }) }),
    })
    .map(({ weights: [OWNER, AUTHORITY, PLATFORM], bounds: [least, most], share, ...values }) =>
      creditRuleSet({
        ...values,
        raterWeights: { OWNER, AUTHORITY, PLATFORM },
        conductBase: 70,
        conductBounds: { least, most },
        scoreWeights: { review: share / 10, conduct: (10 - share) / 10 },
      }),
    ),
)
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
        rules,
        ({ facts, shuffledEvents, shuffledReviews }, asOf, ruleSet) => {
          const shuffled = { ...facts, events: shuffledEvents, reviews: shuffledReviews }
          expect(scoreSubject(shuffled, ruleSet, asOf)).toEqual(scoreSubject(facts, ruleSet, asOf))
        },
      ),
    )
  })

  it('an annulled, expired or later fact is as if it had never been', () => {
    fc.assert(
      fc.property(input, day, rules, (facts, asOf, ruleSet) => {
        const isPresent = (from: string, annulledOn: string | null) => from <= asOf && !(annulledOn !== null && annulledOn <= asOf)
        const present: ScoreInput = {
          ...facts,
          events: facts.events.filter((one) => isPresent(one.countsFromOn, one.annulledOn) && (one.countsUntilOn ?? asOf) >= asOf),
          reviews: facts.reviews.filter((one) => isPresent(one.recordedOn, one.annulledOn)),
        }
        expect(scoreSubject(present, ruleSet, asOf)).toEqual(scoreSubject(facts, ruleSet, asOf))
      }),
    )
  })

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(input, day, rules, (facts, asOf, ruleSet) => {
        const result = scoreSubject(facts, ruleSet, asOf)
        const { least, most } = ruleSet.parameters.conductBounds.value
        expect(result.conductScore).toBeGreaterThanOrEqual(least)
        expect(result.conductScore).toBeLessThanOrEqual(most)
        if (result.reviewScore !== null) expect(result.reviewScore).toBeGreaterThanOrEqual(0)
        if (result.reviewScore !== null) expect(result.reviewScore).toBeLessThanOrEqual(100)
        if (facts.isBlacklisted) expect(result.grade).toBe('E')
      }),
    )
  })

  it('is monotone: more points of one event never lower conduct or score', () => {
    fc.assert(
      fc.property(input, fc.nat(), fc.integer({ min: 0, max: 30 }), day, rules, (facts, at, more, asOf, ruleSet) => {
        const raised = facts.events.map((one, index) => (index === at % facts.events.length ? { ...one, points: one.points + more } : one))
        const before = scoreSubject(facts, ruleSet, asOf)
        const after = scoreSubject({ ...facts, events: raised }, ruleSet, asOf)
        expect(after.conductScore).toBeGreaterThanOrEqual(before.conductScore)
        expect(after.score ?? 0).toBeGreaterThanOrEqual(before.score ?? 0)
      }),
    )
  })

  it('its lines add up to it', () => {
    fc.assert(
      fc.property(input, day, rules, (facts, asOf, ruleSet) => {
        const result = scoreSubject(facts, ruleSet, asOf)
        const of = (kind: string) => result.explanation.filter((line) => line.kind === kind)
        expect(sum(of('CONDUCT').map((line) => line.points ?? 0))).toBeCloseTo(result.conductScore, 6)
        if (result.reviewScore !== null) {
          expect(sum(of('REVIEW').map((line) => (line.points ?? 0) * (line.weight ?? 0)))).toBeCloseTo(result.reviewScore, 1)
          expect(sum(of('REVIEW').map((line) => line.weight ?? 0))).toBeCloseTo(1, 4)
        }
        if (result.score !== null) {
          // Rounded as the score is: a sum of exactly half a hundredth lies as far from it as rounding can bring it.
          expect(roundTo(sum(of('SCORE').map((line) => (line.points ?? 0) * (line.weight ?? 0))), 2)).toBe(result.score)
        }
      }),
    )
  })
})
