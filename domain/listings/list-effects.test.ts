import { describe, expect, it } from 'vitest'
import { isBarredOn } from '#domain/credit/bar.ts'
import { barsOfEntry, barsOfSuspension } from './list-effects.ts'
import { listEntry as entry } from './list-entry.fixture.ts'
import type { ListEntry } from './list-entry.ts'
import { entryMarkOn } from './list-entry.ts'
import type { ListKind } from './list-kind.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

const barsOf = (facts: Partial<ListEntry>, asOf = '2026-06-01') => barsOfEntry(entry(facts), ZZ_LISTING_1, asOf)

describe('R5 effects of the lists', () => {
  it.each<[ListKind, string[]]>([
    ['BLACKLIST', ['PROVIDE_SERVICES', 'PRESELECTION']],
    ['DISHONESTY', ['TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING']],
    ['RED_LIST', []],
  ])('%s bars %j', (list, kinds) => {
    expect(barsOf({ list }).map((bar) => bar.kind)).toEqual(kinds)
  })

  it('003 三(三): each effect cites its clause, its entry and its rule set', () => {
    expect(barsOf({})[0]).toEqual({
      kind: 'PROVIDE_SERVICES',
      from: '2026-04-10',
      until: '2027-04-10',
      reasonCode: 'LISTED_BLACKLIST',
      clause: '郑州市深化行政审批制度改革文件（2018-02-27） 三(三)',
      ruleSetVersion: 'ZZ-LISTING-1',
      sourceId: 'entry',
      isHold: false,
    })
    for (const effects of Object.values(ZZ_LISTING_1.effects)) for (const { basis } of effects) expect(basis.clause).not.toBe('')
  })

  it.each([
    ['2026-04-09', false],
    ['2026-04-10', true],
    ['2027-04-10', true],
    ['2027-04-11', false],
  ])('ends by itself: barred on %s is %s, whenever the bars were computed', (day, expected) => {
    expect(isBarredOn(barsOf({}), 'PROVIDE_SERVICES', day)).toBe(expected)
    expect(isBarredOn(barsOf({}, '2027-12-01'), 'PROVIDE_SERVICES', day)).toBe(expected)
  })

  it('an annulled entry has never been; a repaired one ends the day before', () => {
    expect(barsOf({ status: 'ANNULLED', endedOn: '2026-05-20' })).toEqual([])
    expect(barsOf({ status: 'ANNULLED', endedOn: '2026-05-20' }, '2026-05-19')).toHaveLength(2)
    expect(barsOf({ status: 'REPAIRED', endedOn: '2026-07-10' }, '2026-07-10')[0]?.until).toBe('2026-07-09')
    expect(barsOf({ status: 'REPAIRED', endedOn: '2026-04-10' })).toEqual([])
  })

  it('an interim suspension is a hold with its own days, cut short when lifted', () => {
    const suspension = { suspensionId: 's', fromOn: '2026-04-10', untilOn: '2026-05-09', liftedOn: '2026-04-20' }
    expect(barsOfSuspension(suspension, ZZ_LISTING_1, '2026-04-15')).toMatchObject([
      { until: '2026-05-09', isHold: true, reasonCode: 'INTERIM_SUSPENSION' },
    ])
    expect(barsOfSuspension(suspension, ZZ_LISTING_1, '2026-04-20')).toMatchObject([{ until: '2026-04-19' }])
    expect(barsOfSuspension({ ...suspension, liftedOn: '2026-04-10' }, ZZ_LISTING_1, '2026-04-20')).toEqual([])
  })
})

describe('R5 marks of an entry', () => {
  it.each<[string, Partial<ListEntry>, string, string]>([
    ['before its day', {}, '2026-04-09', 'PENDING'],
    ['first day', {}, '2026-04-10', 'PUBLISHED'],
    ['last day', {}, '2027-04-10', 'PUBLISHED'],
    ['after its end', {}, '2027-04-11', 'EXPIRED'],
    ['without end', { untilOn: null }, '2090-01-01', 'PUBLISHED'],
    ['条例 art. 41: from the day of the appeal', { appealedOn: '2026-04-20' }, '2026-04-20', 'UNDER_APPEAL'],
    ['until it is decided', { appealedOn: '2026-04-20', appealDecidedOn: '2026-05-01' }, '2026-05-01', 'PUBLISHED'],
    ['条例 art. 42: annulled', { status: 'ANNULLED', endedOn: '2026-05-01' }, '2026-05-01', 'ANNULLED'],
    ['the day before its annulment', { status: 'ANNULLED', endedOn: '2026-05-01' }, '2026-04-30', 'PUBLISHED'],
    ['条例 art. 43: repaired', { status: 'REPAIRED', endedOn: '2026-07-10' }, '2026-07-10', 'REPAIRED'],
    ['repaired stays repaired after its end', { status: 'REPAIRED', endedOn: '2026-07-10' }, '2028-01-01', 'REPAIRED'],
  ])('%s', (_, facts, day, mark) => {
    expect(entryMarkOn(entry(facts), day)).toBe(mark)
  })
})
