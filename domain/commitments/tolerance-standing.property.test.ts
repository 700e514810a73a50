import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toleranceStandingOf } from './tolerance-standing.ts'
import type { ToleranceBreach, ToleranceListing } from './tolerance-trigger.ts'
import { variantOf, zzTolerance1 } from './tolerance-rules.fixture.ts'

const hourInMs = 3_600_000
const start = Date.parse('2026-01-01T00:00:00+08:00')
const asOf = new Date(start + 30_000 * hourInMs)
const instant = fc.integer({ min: 0, max: 26_000 }).map((hours) => new Date(start + hours * hourInMs))

const breaches = fc.uniqueArray(
  fc.record<ToleranceBreach>({
    breachId: fc.nat(999).map((n) => `breach-${n}`),
    commitmentId: fc.nat(20).map((n) => `commitment-${n}`),
    kind: fc.constantFrom('MISSED', 'MISSED', 'MISSED', 'UNTRUE'),
    recordedAt: instant,
    annulledAt: fc.option(instant, { nil: null, freq: 3 }),
  }),
  { selector: (breach) => breach.breachId, maxLength: 12 },
)
const history = breaches.chain((list) =>
  fc.record({
    breaches: fc.constant(list),
    listings: fc.tuple(
      ...list.map((breach) =>
        fc.record<ToleranceListing>({
          listingId: fc.constant(`listing-${breach.breachId}`),
          triggerBreachId: fc.constant(breach.breachId),
          state: fc.constantFrom('OPEN', 'LISTED', 'NOT_LISTED'),
          decidedAt: fc.integer({ min: 0, max: 2000 }).map((hours) => new Date(breach.recordedAt.getTime() + hours * hourInMs)),
          annulledAt: fc.constant(null),
          repairedAt: fc.constant(null),
        }),
      ),
    ),
    rules: fc.constantFrom(zzTolerance1, variantOf({ isMissesConsumedByListing: true })),
  }),
)

describe('R1: the standing follows from the events alone', () => {
  it('in whatever order they arrive', () =>
    fc.assert(
      fc.property(
        history.chain((each) =>
          fc.record({
            each: fc.constant(each),
            shuffled: fc.shuffledSubarray(each.breaches, { minLength: each.breaches.length }),
            shuffledListings: fc.shuffledSubarray(each.listings, { minLength: each.listings.length }),
          }),
        ),
        ({ each, shuffled, shuffledListings }) => {
          expect(toleranceStandingOf(shuffled, shuffledListings, each.rules, asOf)).toEqual(
            toleranceStandingOf(each.breaches, each.listings, each.rules, asOf),
          )
        },
      ),
    ))

  it('annulled = never been', () =>
    fc.assert(
      fc.property(history, (each) => {
        const standing = each.breaches.filter((breach) => breach.annulledAt === null)
        const kept = new Set(standing.map((breach) => breach.breachId))
        const listings = each.listings.filter((listing) => kept.has(listing.triggerBreachId))
        expect(toleranceStandingOf(each.breaches, each.listings, each.rules, asOf)).toEqual(
          toleranceStandingOf(standing, listings, each.rules, asOf),
        )
      }),
    ))

  it('what is recorded after the day asked about does not exist yet', () =>
    fc.assert(
      fc.property(history, instant, (each, day) => {
        const known = each.breaches.filter((breach) => breach.recordedAt <= day)
        expect(toleranceStandingOf(each.breaches, each.listings, each.rules, day)).toEqual(
          toleranceStandingOf(known, each.listings, each.rules, day),
        )
      }),
    ))

  it('fewer than three misses and no untruth never bar; the third or an untruth always triggers', () =>
    fc.assert(
      fc.property(history, (each) => {
        const result = toleranceStandingOf(each.breaches, each.listings, each.rules, asOf)
        return result.triggers.length > 0 === (result.misses >= 3 || result.untrueCommitments > 0)
      }),
    ))

  it('every trigger that is held or listed brings both bars from its day, a struck one none', () =>
    fc.assert(
      fc.property(history, (each) => {
        const { bars, triggers } = toleranceStandingOf(each.breaches, each.listings, each.rules, asOf)
        expect(bars).toHaveLength(2 * triggers.filter((trigger) => trigger.state !== 'NOT_LISTED').length)
        expect(bars.every((bar) => bar.until === null || bar.from <= bar.until)).toBe(true)
      }),
    ))

  it('bringing the same events twice changes nothing', () =>
    fc.assert(
      fc.property(history, (each) => {
        expect(toleranceStandingOf([...each.breaches, ...each.breaches], each.listings, each.rules, asOf)).toEqual(
          toleranceStandingOf(each.breaches, each.listings, each.rules, asOf),
        )
      }),
    ))
})
