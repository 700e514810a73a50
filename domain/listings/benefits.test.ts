import { describe, expect, it } from 'vitest'
import type { ListMembership } from '#domain/credit/list-membership.ts'
import { membershipsOf } from '#domain/credit/list-membership.ts'
import { benefitsOf, hasBenefitOn } from './benefits.ts'
import { entryHoldsUntil, entryMarkOn } from './list-entry.ts'
import { listEntry } from './list-entry.fixture.ts'

const on = (list: ListMembership['list'], from: string, until: string | null = null): ListMembership => ({
  list,
  entryId: `${list} entry`,
  from,
  until,
  isUnderAppeal: false,
})
const red = on('RED_LIST', '2026-03-12')
const benefits = (lists: readonly ListMembership[], day: string, grade: 'A' | 'B' | null = null) =>
  benefitsOf(lists, day, grade).map(({ benefit, entryId }) => [benefit, entryId])
const both = (entryId: string | null) => [
  ['TOLERANCE_OFFERED_FIRST', entryId],
  ['FEWER_VERIFICATIONS', entryId],
]

describe('R5, R1: benefits of the red list', () => {
  it.each<[string, readonly ListMembership[], string, 'A' | 'B' | null, readonly unknown[]]>([
    ['the day before it is listed', [red], '2026-03-11', null, []],
    ['from its first day', [red], '2026-03-12', null, both('RED_LIST entry')],
    ['its last day', [on('RED_LIST', '2026-03-12', '2026-05-31')], '2026-05-31', null, both('RED_LIST entry')],
    ['the day after its last', [on('RED_LIST', '2026-03-12', '2026-05-31')], '2026-06-01', null, []],
    ['on the first day of the blacklist', [red, on('BLACKLIST', '2026-04-01')], '2026-04-01', null, []],
    ['the day before the blacklist', [red, on('BLACKLIST', '2026-04-01')], '2026-03-31', null, both('RED_LIST entry')],
    ['on the dishonesty list', [red, on('DISHONESTY', '2026-03-12')], '2026-03-12', null, []],
    ['grade A alone', [], '2026-03-12', 'A', both(null)],
    ['grade B alone', [], '2026-03-12', 'B', []],
    ['a day without rules', [on('RED_LIST', '2025-01-01')], '2025-12-31', null, []],
  ])('%s', (_, lists, day, grade, expected) => expect(benefits(lists, day, grade)).toEqual(expected))

  it('each names its basis', () => {
    expect(benefitsOf([red], '2026-03-12')[0]).toMatchObject({
      ruleSetVersion: 'ZZ-LISTING-1',
      basis: { instrument: '山东省社会信用条例', clause: '第二十六条', evidence: 'F' },
    })
    expect(hasBenefitOn('FEWER_VERIFICATIONS', [red], '2026-03-12')).toBe(true)
  })

  it('an entry removed is marked so and holds to the day before', () => {
    const removed = listEntry({ list: 'RED_LIST', fromOn: '2026-03-12', untilOn: null, status: 'REMOVED', endedOn: '2026-06-01' })
    expect(entryMarkOn(removed, '2026-05-31')).toBe('PUBLISHED')
    expect(entryMarkOn(removed, '2026-06-01')).toBe('REMOVED')
    expect(entryHoldsUntil(removed, '2026-06-01')).toBe('2026-05-31')
    expect(benefits(membershipsOf([removed], '2026-06-01'), '2026-06-01')).toEqual([])
    expect(benefits(membershipsOf([removed], '2026-06-01'), '2026-05-31')).toEqual(both(removed.entryId))
  })
})
