import { describe, expect, it } from 'vitest'
import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import type { ToleranceBreach } from '#domain/commitments/tolerance-trigger.ts'
import { startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { listEntry as entry } from '#domain/listings/list-entry.fixture.ts'
import { listingRuleSets } from '#domain/listings/zz-listing-1.ts'
import { isBarredOn } from './bar.ts'
import { creditEvent, creditReview } from './credit-fact.fixture.ts'
import { creditRuleSets } from './credit-rule-set.ts'
import { isListedOn } from './list-membership.ts'
import { gradeOn, platformMeanOf, standingDifferences } from './read-standing.ts'
import type { CreditStanding, StandingFacts } from './standing.ts'
import { computeStanding } from './standing.ts'

const ruleSets = { credit: creditRuleSets, listing: listingRuleSets, tolerance: toleranceRuleSets }
const noon = (day: string) => new Date(startOfShanghaiDay(day).getTime() + 12 * 3_600_000)

const nothing: StandingFacts = {
  events: [],
  reviews: [],
  listedOn: '2024-01-01',
  platformMeanReview: null,
  entries: [],
  suspensions: [],
  breaches: [],
  toleranceListings: [],
}
const miss = (id: string, day: string, annulledOn?: string): ToleranceBreach => ({
  breachId: id,
  commitmentId: id,
  kind: 'MISSED',
  recordedAt: noon(day),
  annulledAt: annulledOn === undefined ? null : noon(annulledOn),
})

function standing(facts: Partial<StandingFacts>, day = '2026-06-01'): CreditStanding {
  const computed = computeStanding({ ...nothing, ...facts }, ruleSets, noon(day))
  if (!computed.ok) throw new Error(computed.refusal.code)
  return computed.value
}

describe('credit standing: one row for what holds', () => {
  it('a clean subject', () => {
    expect(standing({})).toMatchObject({ grade: 'A', score: 100, ruleSetVersion: 'ZZ-1', lists: [], bars: [], missCount: 0 })
  })

  it('R5: the blacklist bars services and preselection from its day to its last day, and grades E meanwhile', () => {
    const listed = standing({ entries: [entry({})] })
    expect(listed.grade).toBe('E')
    for (const [day, expected] of [
      ['2026-04-09', false],
      ['2026-04-10', true],
      ['2027-04-10', true],
      ['2027-04-11', false],
    ] as const) {
      expect(isBarredOn(listed.bars, 'PROVIDE_SERVICES', day)).toBe(expected)
      expect(isBarredOn(listed.bars, 'PRESELECTION', day)).toBe(expected)
      expect(isListedOn(listed.lists, 'BLACKLIST', day)).toBe(expected)
      expect(gradeOn(listed, day)).toBe(expected ? 'E' : 'A')
    }
  })

  it('R1.5: three misses hold both modes, with the count', () => {
    const breaches = [miss('1', '2026-02-01'), miss('2', '2026-03-01'), miss('3', '2026-04-01')]
    const held = standing({ breaches })
    expect(held.missCount).toBe(3)
    expect(isBarredOn(held.bars, 'TOLERANT_ACCEPTANCE', '2026-04-01')).toBe(true)
    expect(isBarredOn(held.bars, 'TOLERANT_HANDLING', '2026-04-01')).toBe(true)
    expect(held.bars.every((bar) => bar.isHold)).toBe(true)
    expect(standing({ breaches: breaches.slice(1) })).toMatchObject({ missCount: 2, bars: [] })
  })

  it('R1: an annulled miss takes the hold with it', () => {
    const breaches = [miss('1', '2026-02-01', '2026-05-01'), miss('2', '2026-03-01'), miss('3', '2026-04-01')]
    expect(standing({ breaches })).toMatchObject({ missCount: 2, bars: [] })
    expect(standing({ breaches }, '2026-04-15')).toMatchObject({ missCount: 3 })
  })

  it('R1: an unrepaired dishonesty entry keeps from all tolerance; repair ends it', () => {
    const listed = standing({ entries: [entry({ list: 'DISHONESTY' })] })
    expect(listed.grade).toBe('A')
    expect(isBarredOn(listed.bars, 'TOLERANT_ACCEPTANCE', '2026-06-01')).toBe(true)
    const repaired = standing({ entries: [entry({ list: 'DISHONESTY', status: 'REPAIRED', endedOn: '2026-07-10' })] }, '2026-07-10')
    expect(isBarredOn(repaired.bars, 'TOLERANT_ACCEPTANCE', '2026-07-10')).toBe(false)
  })

  it('R1: the entry for broken commitments does not make their year longer', () => {
    const breaches = [miss('1', '2026-02-01'), miss('2', '2026-03-01'), miss('3', '2026-04-01')]
    const listing = { listingId: 'case', triggerBreachId: '3', state: 'LISTED', annulledAt: null, repairedAt: null } as const
    const { bars } = standing({
      breaches,
      toleranceListings: [{ ...listing, decidedAt: new Date('2026-05-01T04:00:00Z') }],
      entries: [entry({ list: 'DISHONESTY', fromOn: '2026-05-01', untilOn: '2027-05-01', isFromBrokenCommitments: true })],
    })
    expect(isBarredOn(bars, 'TOLERANT_ACCEPTANCE', '2027-03-31')).toBe(true)
    expect(isBarredOn(bars, 'TOLERANT_ACCEPTANCE', '2027-04-01')).toBe(false)
    expect(isBarredOn(bars, 'TOLERANT_HANDLING', '2099-01-01')).toBe(true)
  })

  it('R5: a suspension bars services as a hold and is no listing', () => {
    const suspended = standing({ suspensions: [{ suspensionId: 's', fromOn: '2026-05-20', untilOn: '2026-06-10', liftedOn: null }] })
    expect(suspended).toMatchObject({ grade: 'A', lists: [], bars: [{ kind: 'PROVIDE_SERVICES', until: '2026-06-10', isHold: true }] })
  })

  it('R5: an annulled listing has never been', () => {
    expect(standing({ entries: [entry({ status: 'ANNULLED', endedOn: '2026-05-20' })] })).toEqual(standing({}))
  })

  it('R5: an entry under appeal stays and says so', () => {
    expect(standing({ entries: [entry({ appealedOn: '2026-04-20' })] })).toMatchObject({ grade: 'E', lists: [{ isUnderAppeal: true }] })
  })

  it('no version covers the day: refused, never guessed', () => {
    expect(computeStanding(nothing, ruleSets, noon('2025-12-31'))).toMatchObject({ ok: false, refusal: { code: 'NO_RULE_SET_IN_FORCE' } })
    const old = computeStanding({ ...nothing, entries: [entry({ fromOn: '2025-12-31' })] }, ruleSets, noon('2026-06-01'))
    expect(old).toMatchObject({ ok: false, refusal: { code: 'NO_RULE_SET_IN_FORCE', day: '2025-12-31' } })
  })
})

describe('credit standing: the written row and the rebuilt one agree', () => {
  const facts: StandingFacts = {
    ...nothing,
    events: [creditEvent({ eventId: 'e1' }), creditEvent({ eventId: 'e2', kind: 'HONOUR', points: 3 })],
    reviews: [creditReview({ mark: 4 })],
    platformMeanReview: 71.234567,
    entries: [entry({}), entry({ entryId: 'red', list: 'RED_LIST', fromOn: '2026-01-05', untilOn: null })],
    suspensions: [{ suspensionId: 's', fromOn: '2026-04-01', untilOn: '2026-04-20', liftedOn: '2026-04-10' }],
    breaches: [miss('1', '2026-02-01'), miss('2', '2026-03-01'), miss('3', '2026-04-01')],
  }
  const written = standing(facts)

  it('whatever the order of the facts, and after a journey through JSON', () => {
    const reversed: StandingFacts = {
      ...facts,
      events: facts.events.toReversed(),
      entries: facts.entries.toReversed(),
      breaches: facts.breaches.toReversed(),
      platformMeanReview: platformMeanOf(written),
    }
    const stored = JSON.parse(JSON.stringify(written)) as CreditStanding
    expect(standingDifferences(stored, standing(reversed))).toEqual([])
  })

  it('lists and bars do not depend on the day of computing, only on what is known', () => {
    const later = standing(facts, '2027-12-01')
    expect(later.bars).toEqual(written.bars)
    expect(later.lists).toEqual(written.lists)
    expect(gradeOn(written, '2027-12-01')).toBe(later.grade)
  })

  it('names what differs', () => {
    expect(standingDifferences({ ...written, missCount: 2 }, written)).toEqual(['missCount'])
    expect(standingDifferences(written, standing({ ...facts, entries: [] }))).toEqual(expect.arrayContaining(['grade', 'lists', 'bars']))
  })
})
