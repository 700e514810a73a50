import { describe, expect, it } from 'vitest'
import { creditEvent, creditReview } from '#domain/credit/credit-fact.fixture.ts'
import type { CreditEvent } from '#domain/credit/credit-fact.ts'
import type { CreditGrade } from '#domain/credit/grade.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { findRedListCriteria, halfYearDatesBefore, unmetCriteria } from './red-list-findings.ts'
import type { RedListFacts } from './red-list-findings.ts'
import { findingsBut } from './red-list.fixture.ts'
import { decideYearlyReview, isReviewToOpen, nextReviewOn, yearlyReviewTransitions } from './red-list-review.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

const day = '2026-11-20'
const reviews = Array.from({ length: 10 }, (_, index) => creditReview({ engagementId: `e${index}`, reviewId: `r${index}`, mark: 5 }))
const graded = (...grades: (CreditGrade | null)[]) => grades.map((grade, index) => ({ on: `2026-0${index + 1}-01`, grade }))
const worthy: RedListFacts = { grades: graded('A', 'A'), reviews, events: [], lists: [] }
const unmet = (facts: Partial<RedListFacts>, on = day) =>
  unmetCriteria(findRedListCriteria({ ...worthy, ...facts }, ZZ_LISTING_1, on), 'CRITERIA', ZZ_LISTING_1)
const violation = (facts: Partial<CreditEvent>) => ({ events: [creditEvent(facts)] })
const listed = (list: 'BLACKLIST' | 'RED_LIST' | 'DISHONESTY', until: string | null) => ({
  lists: [{ list, entryId: 'entry', from: '2026-01-01', until, isUnderAppeal: false }],
})

describe('R6 red list criteria', () => {
  it.each([
    ['2026-11-20', ['2026-01-01', '2026-07-01']],
    ['2026-07-01', ['2026-01-01', '2026-07-01']],
    ['2026-06-30', ['2025-07-01', '2026-01-01']],
    ['2026-01-01', ['2025-07-01', '2026-01-01']],
  ])('on %s the half-year dates are %s', (on, dates) => {
    expect(halfYearDatesBefore(on, ZZ_LISTING_1)).toEqual(dates)
  })

  it.each<[string, Partial<RedListFacts>, readonly string[]]>([
    ['all met', {}, []],
    ['A at one date only', { grades: graded('B', 'A') }, ['GRADE']],
    ['unrated at one date', { grades: graded('A', 'N') }, ['GRADE']],
    ['no rules in force at one date', { grades: graded(null, 'A') }, ['GRADE']],
    ['one date alone', { grades: graded('A') }, ['GRADE']],
    ['nine reviewed engagements', { reviews: reviews.slice(1) }, ['REVIEWS']],
    ['two reviews of one engagement count once', { reviews: [...reviews.slice(2), ...reviews.slice(2, 4)] }, ['REVIEWS']],
    ['a review annulled', { reviews: [...reviews.slice(1), creditReview({ mark: 5, annulledOn: '2026-02-01' })] }, ['REVIEWS']],
    ['a review of tomorrow', { reviews: [...reviews.slice(1), creditReview({ mark: 5, recordedOn: '2026-11-21' })] }, ['REVIEWS']],
    ['a violation 24 months ago to the day', violation({ countsFromOn: '2024-11-20' }), []],
    ['a violation a day younger', violation({ countsFromOn: '2024-11-21' }), ['NO_VIOLATION']],
    ['a violation annulled', violation({ countsFromOn: '2026-02-01', annulledOn: '2026-03-01' }), []],
    ['an untrue commitment', violation({ kind: 'COMMITMENT_UNTRUE' }), ['NO_VIOLATION']],
    ['a late delivery is no violation', violation({ kind: 'LATE_DELIVERY' }), []],
    ['on the blacklist', listed('BLACKLIST', null), ['NOT_LISTED']],
    ['on the dishonesty list till today', listed('DISHONESTY', day), ['NOT_LISTED']],
    ['on the blacklist till yesterday', listed('BLACKLIST', '2026-11-19'), []],
    ['on the red list', listed('RED_LIST', null), []],
  ])('%s', (_, facts, expected) => expect(unmet(facts)).toEqual(expected))

  it('says what was found, in numbers', () => {
    const [grade, count, clean] = findRedListCriteria(worthy, ZZ_LISTING_1, day)
    expect(grade).toMatchObject({ wanted: 'A', grades: [{ on: '2026-01-01', grade: 'A' }, { on: '2026-02-01' }] })
    expect(count).toMatchObject({ needed: 10, count: 10 })
    expect(clean).toMatchObject({ sinceOn: '2024-11-20', count: 0 })
  })

  it('says of each parameter that it is ours', () => {
    const { parameters } = ZZ_LISTING_1
    const names = Object.keys(parameters).filter((name) => name.startsWith('redList') || name === 'gradesWithBenefits')
    expect(names).toHaveLength(8)
    for (const name of names) expect(parameters[name as keyof typeof parameters].basis).toMatchObject({ evidence: 'D' })
  })
})

describe('R5 red list: yearly review', () => {
  it('every state is reachable, the open one leavable', () => {
    const sound = { unreachable: [], deadEnds: [], leavableFinals: [] }
    expect(faultsOf(yearlyReviewTransitions, 'OPEN', ['KEPT', 'REMOVED'])).toEqual(sound)
  })

  it.each<[string, readonly string[], string]>([
    ['2025-03-12', [], '2026-03-12'],
    ['2025-03-12', ['2026-03-12'], '2027-03-12'],
    ['2024-02-29', ['2025-02-28', '2026-02-28', '2027-02-28'], '2028-02-29'],
  ])('listed on %s, reviewed on %s: next on %s', (fromOn, reviewedOn, expected) => {
    expect(nextReviewOn(fromOn, reviewedOn, ZZ_LISTING_1)).toBe(expected)
  })

  it('opens 60 days ahead, at 00:00 in Shanghai', () => {
    expect(isReviewToOpen('2026-03-12', new Date('2026-01-10T15:59:59Z'), ZZ_LISTING_1)).toBe(false)
    expect(isReviewToOpen('2026-03-12', new Date('2026-01-10T16:00:00Z'), ZZ_LISTING_1)).toBe(true)
  })

  it.each([
    ['OPEN', 'KEPT', '仍符合条件', [], 'KEPT'],
    ['OPEN', 'KEPT', '仍符合条件', ['NO_VIOLATION'], 'CRITERIA_NOT_MET'],
    ['OPEN', 'REMOVED', '不再符合条件', ['NO_VIOLATION'], 'REMOVED'],
    ['OPEN', 'REMOVED', '', [], 'REASONS_REQUIRED'],
    ['KEPT', 'REMOVED', '改变主意', [], 'REVIEW_DECIDED'],
  ] as const)('%s, %s (%s) with %s unmet: %s', (state, outcome, reasons, missing, expected) => {
    const command = { outcome, reasons, origin: 'AUTHORITY', findings: findingsBut(...missing) } as const
    const decided = decideYearlyReview(state, command, ZZ_LISTING_1)
    expect(decided.ok ? decided.value : decided.refusal.code).toBe(expected)
  })
})
