import { describe, expect, it, test } from 'vitest'
import { isBarredOn } from '#domain/credit/bar.ts'
import { toleranceStandingOf } from './tolerance-standing.ts'
import type { ToleranceBreach, ToleranceListing } from './tolerance-trigger.ts'
import { shanghai, variantOf, zzTolerance1 } from './tolerance-rules.fixture.ts'

const breach = (id: string, on: string, changes: Partial<ToleranceBreach> = {}): ToleranceBreach => ({
  breachId: id,
  commitmentId: `commitment-${id}`,
  kind: 'MISSED',
  recordedAt: shanghai(`${on} 00:00:00`),
  annulledAt: null,
  ...changes,
})
const listing = (triggerBreachId: string, state: ToleranceListing['state'], decidedOn: string | null = null): ToleranceListing => ({
  listingId: `listing-${triggerBreachId}`,
  triggerBreachId,
  state,
  decidedAt: decidedOn === null ? null : shanghai(`${decidedOn} 10:00:00`),
  annulledAt: null,
  repairedAt: null,
})
const later = shanghai('2030-01-01 00:00:00')
const three = [breach('a', '2026-01-10'), breach('b', '2026-02-10'), breach('c', '2026-03-11')]
const standing = (breaches: ToleranceBreach[], listings: ToleranceListing[] = [], rules = zzTolerance1, asOf = later) =>
  toleranceStandingOf(breaches, listings, rules, asOf)

describe('R1.5: three cumulative misses', () => {
  it('two misses bar nothing', () => expect(standing(three.slice(0, 2))).toMatchObject({ misses: 2, triggers: [], bars: [] }))

  it('the third puts a hold on both modes from the day it was recorded, before any listing case exists', () =>
    expect(standing(three)).toMatchObject({
      misses: 3,
      triggers: [{ breachId: 'c', cause: 'CUMULATIVE_MISSES', recordedOn: '2026-03-11', listingId: null, state: 'HOLD' }],
      bars: [
        {
          kind: 'TOLERANT_ACCEPTANCE',
          from: '2026-03-11',
          until: '2027-03-10',
          isHold: true,
          sourceId: 'c',
          ruleSetVersion: 'ZZ-TOLERANCE-1',
        },
        { kind: 'TOLERANT_HANDLING', from: '2026-03-11', until: null, isHold: true },
      ],
    }))

  it('the hold stands while the listing case is open', () =>
    expect(standing(three, [listing('c', 'OPEN')]).bars.map((bar) => [bar.isHold, bar.sourceId])).toEqual([
      [true, 'listing-c'],
      [true, 'listing-c'],
    ]))

  it('only a decision lists: acceptance one year from the record, so that the hold counts; handling for life', () =>
    expect(standing(three, [listing('c', 'LISTED', '2026-04-20')]).bars).toMatchObject([
      { kind: 'TOLERANT_ACCEPTANCE', from: '2026-03-11', until: '2027-03-10', isHold: false, reasonCode: 'LISTED_CUMULATIVE_MISSES' },
      { kind: 'TOLERANT_HANDLING', from: '2026-03-11', until: null, isHold: false },
    ]))

  it('before the decision was taken it is still a hold', () =>
    expect(
      standing(three, [listing('c', 'LISTED', '2026-04-20')], zzTolerance1, shanghai('2026-04-20 09:59:59')).bars.every(
        (bar) => bar.isHold,
      ),
    ).toBe(true))

  it('no listing: the hold falls', () =>
    expect(standing(three, [listing('c', 'NOT_LISTED', '2026-04-20')])).toMatchObject({
      misses: 3,
      triggers: [{ state: 'NOT_LISTED' }],
      bars: [],
    }))

  it('a listing annulled on appeal: both bars fall, the lifetime one too', () => {
    const annulled = { ...listing('c', 'LISTED', '2026-04-20'), annulledAt: shanghai('2026-06-01 10:00:00') }
    expect(standing(three, [annulled], zzTolerance1, shanghai('2026-06-01 09:59:59')).bars).toHaveLength(2)
    expect(standing(three, [annulled], zzTolerance1, shanghai('2026-06-01 10:00:00')).bars).toEqual([])
  })

  it('the parameter without a hold bars nothing before the decision', () =>
    expect(standing(three, [], variantOf({ isHoldPlacedAtTrigger: false })).bars).toEqual([]))

  it('the parameter of one miss (郑州 2018-09 trial) triggers at the first', () =>
    expect(standing(three.slice(0, 1), [], variantOf({ missesToList: 1 })).triggers).toHaveLength(1))

  it('a second record of the same miss counts once', () => {
    const again = breach('z', '2026-01-12', { commitmentId: 'commitment-a' })
    expect(standing([...three.slice(0, 2), again])).toMatchObject({ misses: 2, triggers: [] })
  })
})

describe('R1: the one-year bar to the day', () => {
  const acceptanceBar = (recordedOn: string) => {
    const breaches = [breach('a', '2024-01-10'), breach('b', '2024-01-11'), breach('c', recordedOn)]
    return standing(breaches, [listing('c', 'LISTED', '2028-12-31')]).bars
  }
  test.each([
    ['2026-03-11', '2027-03-10', '2027-03-11'],
    ['2026-01-01', '2026-12-31', '2027-01-01'],
    ['2027-03-01', '2028-02-29', '2028-03-01'],
    // 29 February next year does not exist: the bar ends with February.
    ['2028-02-29', '2029-02-28', '2029-03-01'],
    ['2028-02-28', '2029-02-27', '2029-02-28'],
    ['2028-03-01', '2029-02-28', '2029-03-01'],
  ])('recorded on %s: last barred day %s, free on %s', (recordedOn, lastDay, freeOn) => {
    const bars = acceptanceBar(recordedOn)
    expect(isBarredOn(bars, 'TOLERANT_ACCEPTANCE', recordedOn)).toBe(true)
    expect(isBarredOn(bars, 'TOLERANT_ACCEPTANCE', lastDay)).toBe(true)
    expect(isBarredOn(bars, 'TOLERANT_ACCEPTANCE', freeOn)).toBe(false)
    expect(isBarredOn(bars, 'TOLERANT_HANDLING', freeOn)).toBe(true)
    expect(isBarredOn(bars, 'TOLERANT_HANDLING', '2999-12-31')).toBe(true)
    expect(isBarredOn(bars, 'PROVIDE_SERVICES', lastDay)).toBe(false)
  })

  it('the day is the Shanghai day of the record', () => {
    const third = breach('c', '2026-03-11', { recordedAt: new Date('2026-03-10T16:00:00Z') })
    expect(standing([...three.slice(0, 2), third]).bars[0]).toMatchObject({ from: '2026-03-11', until: '2027-03-10' })
  })
})

describe('R1.5: one untrue commitment', () => {
  const untrue = breach('u', '2026-05-06', { kind: 'UNTRUE' })
  it('brings both bars alone', () =>
    expect(standing([untrue], [listing('u', 'LISTED', '2026-05-30')])).toMatchObject({
      misses: 0,
      untrueCommitments: 1,
      bars: [
        { kind: 'TOLERANT_ACCEPTANCE', until: '2027-05-05', reasonCode: 'LISTED_UNTRUE_COMMITMENT' },
        { kind: 'TOLERANT_HANDLING', until: null },
      ],
    }))

  it('does not hide a third miss during its bar: the later year counts too', () => {
    const misses = [breach('a', '2026-06-01'), breach('b', '2026-06-02'), breach('c', '2026-06-03')]
    const result = standing([untrue, ...misses], [listing('u', 'LISTED', '2026-05-30')])
    expect(result.triggers.map((trigger) => trigger.breachId)).toEqual(['u', 'c'])
    expect(isBarredOn(result.bars, 'TOLERANT_ACCEPTANCE', '2027-06-02')).toBe(true)
    expect(isBarredOn(result.bars, 'TOLERANT_ACCEPTANCE', '2027-06-03')).toBe(false)
  })

  it('an untruth and a miss of the same commitment are two things', () =>
    expect(
      standing([breach('m', '2026-04-01', { commitmentId: 'x' }), breach('u', '2026-05-06', { commitmentId: 'x', kind: 'UNTRUE' })]),
    ).toMatchObject({
      misses: 1,
      untrueCommitments: 1,
    }))
})

describe('R1: further misses (累计, literal reading)', () => {
  const listed = [listing('c', 'LISTED', '2026-04-20')]
  const triggersWith = (more: ToleranceBreach[], listings: ToleranceListing[], rules = zzTolerance1) =>
    standing([...three, ...more], listings, rules).triggers.map((trigger) => trigger.breachId)

  test.each([
    ['on the last day of the year', '2027-03-10', ['c']],
    ['on the first day after the year', '2027-03-11', ['c', 'd']],
    ['years later', '2029-08-01', ['c', 'd']],
  ])('one more miss %s', (_, on, expected) => expect(triggersWith([breach('d', on)], listed)).toEqual(expected))

  it('while the case is open, further misses belong to it', () =>
    expect(triggersWith([breach('d', '2026-03-20')], [listing('c', 'OPEN')])).toEqual(['c']))

  it('misses that lay before the decider are not held against the applicant again; the next one is', () => {
    const notListed = [listing('c', 'NOT_LISTED', '2026-04-20')]
    expect(triggersWith([breach('d', '2026-04-19')], notListed)).toEqual(['c'])
    expect(triggersWith([breach('d', '2026-04-21')], notListed)).toEqual(['c', 'd'])
  })

  it('variant missesConsumedByListing: three new ones are needed', () => {
    const milder = variantOf({ isMissesConsumedByListing: true })
    const more = [breach('d', '2027-04-01'), breach('e', '2027-04-02'), breach('f', '2027-04-03')]
    expect(triggersWith(more.slice(0, 2), listed, milder)).toEqual(['c'])
    expect(triggersWith(more, listed, milder)).toEqual(['c', 'f'])
  })
})

describe('R1: annulled is as if it had never been', () => {
  const upheldAt = shanghai('2026-05-01 10:00:00')
  const annul = (id: string) => three.map((each) => (each.breachId === id ? { ...each, annulledAt: upheldAt } : each))

  test.each(['a', 'b', 'c'])('annulling %s takes hold, list and bars away from that instant on', (id) => {
    const listed = [listing('c', 'LISTED', '2026-04-20')]
    expect(standing(annul(id), listed, zzTolerance1, shanghai('2026-05-01 09:59:59')).bars).toHaveLength(2)
    expect(standing(annul(id), listed, zzTolerance1, upheldAt)).toMatchObject({ misses: 2, triggers: [], bars: [] })
  })

  it('with a fourth miss on record, that one is the third now and gets a case of its own', () =>
    expect(standing([...annul('a'), breach('d', '2026-04-01')], [listing('c', 'LISTED', '2026-04-20')])).toMatchObject({
      misses: 3,
      triggers: [{ breachId: 'd', listingId: null, state: 'HOLD', recordedOn: '2026-04-01' }],
    }))

  it('an untrue finding annulled', () =>
    expect(standing([breach('u', '2026-05-06', { kind: 'UNTRUE', annulledAt: upheldAt })]).bars).toEqual([]))
})

describe('R1: repair, where the rule set allows it', () => {
  const repaired = [{ ...listing('c', 'LISTED', '2026-04-20'), repairedAt: shanghai('2026-09-15 10:00:00') }]
  it('by default it ends neither bar', () => expect(standing(three, repaired).bars.map((bar) => bar.until)).toEqual(['2027-03-10', null]))
  it('as a parameter it ends both', () =>
    expect(standing(three, repaired, variantOf({ canRepairEndBars: true })).bars.map((bar) => bar.until)).toEqual([
      '2026-09-14',
      '2026-09-14',
    ]))
})
