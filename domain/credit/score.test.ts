import { describe, expect, it } from 'vitest'
import type { CreditEvent, CreditReview } from './credit-fact.ts'
import { ZZ_1 } from './credit-rule-set.ts'
import { creditEvent, creditReview } from './credit-fact.fixture.ts'
import type { ScoreInput } from './score.ts'
import { scoreHoldsUntil, scoreSubject } from './score.ts'

const nobody: ScoreInput = { events: [], reviews: [], listedOn: '2024-01-01', isBlacklisted: false, platformMeanReview: null }
const score = (input: Partial<ScoreInput>, asOf = '2026-06-01') => scoreSubject({ ...nobody, ...input }, ZZ_1, asOf)
const codes = (input: Partial<ScoreInput>, asOf?: string) => score(input, asOf).explanation.map((line) => line.code)

describe('R6 review score', () => {
  const marks = (rater: CreditReview['rater'], mark: number) => creditReview({ reviewId: rater, rater, mark })

  it.each<[string, CreditReview[], number | null, number | null]>([
    ['no review: none', [], 80, null],
    ['all 5 is 100', [marks('OWNER', 5)], null, 100],
    ['all 1 is 0', [marks('OWNER', 1)], null, 0],
    ['all 3 is the middle', [marks('OWNER', 3)], null, 50],
    ['5:3:2 over all three raters', [marks('OWNER', 5), marks('AUTHORITY', 3), marks('PLATFORM', 1)], null, 65],
    ['5:3 over the two present', [marks('OWNER', 5), marks('AUTHORITY', 1)], null, 62.5],
    ['3:2 without the owner', [marks('AUTHORITY', 5), marks('PLATFORM', 1)], null, 60],
    ['one engagement, shrunk to the platform mean by 5', [marks('OWNER', 5)], 70, 75],
  ])('%s', (_, reviews, platformMeanReview, expected) => {
    expect(score({ reviews, platformMeanReview }).reviewScore).toBe(expected)
  })

  it('means over engagements, not over reviews', () => {
    const reviews = [
      creditReview({ reviewId: 'a1', engagementId: 'a', rater: 'OWNER', mark: 5 }),
      creditReview({ reviewId: 'a2', engagementId: 'a', rater: 'AUTHORITY', mark: 5 }),
      creditReview({ reviewId: 'b1', engagementId: 'b', rater: 'OWNER', mark: 1 }),
    ]
    expect(score({ reviews }).reviewScore).toBe(50)
  })

  it.each([
    ['2026-03-14', null],
    ['2026-03-15', 100],
    ['2028-03-14', 100],
    ['2028-03-15', null],
  ])('window of 24 months: a delivery of 2026-03-15 on %s gives %s', (asOf, expected) => {
    expect(score({ reviews: [creditReview({ mark: 5, deliveredOn: '2026-03-15', recordedOn: '2026-03-15' })] }, asOf).reviewScore).toBe(
      expected,
    )
  })

  it('a review does not exist before it was recorded', () => {
    const reviews = [creditReview({ mark: 5, deliveredOn: '2026-03-15', recordedOn: '2026-03-20' })]
    expect(score({ reviews }, '2026-03-19').reviewScore).toBeNull()
    expect(score({ reviews }, '2026-03-20').reviewScore).toBe(100)
  })
})

describe('R6 conduct score', () => {
  it.each<[string, CreditEvent[], number]>([
    ['starts at 100', [], 100],
    ['a violation takes its points', [creditEvent({ points: -6 })], 94],
    ['泰兴: a substantiated complaint takes 1, whatever it carries', [creditEvent({ kind: 'COMPLAINT', points: -9 })], 99],
    ['an honour adds', [creditEvent({ kind: 'HONOUR', points: 4 })], 104],
    [
      'honours at most +10',
      [creditEvent({ eventId: 'a', kind: 'HONOUR', points: 8 }), creditEvent({ eventId: 'b', kind: 'HONOUR', points: 8 })],
      110,
    ],
    [
      'the cap binds honours before violations',
      [creditEvent({ eventId: 'a', kind: 'HONOUR', points: 30 }), creditEvent({ eventId: 'b', points: -20 })],
      90,
    ],
    ['never under 0', [creditEvent({ points: -250 })], 0],
  ])('%s', (_, events, expected) => {
    expect(score({ events }).conductScore).toBe(expected)
  })

  it.each([
    ['2026-02-28', 100],
    ['2026-03-01', 94],
    ['2027-03-01', 94],
    ['2027-03-02', 100],
  ])('counts from its first to its last day: on %s the score is %s', (asOf, expected) => {
    const events = [creditEvent({ points: -6, countsFromOn: '2026-03-01', countsUntilOn: '2027-03-01' })]
    expect(score({ events }, asOf).conductScore).toBe(expected)
  })

  it('an annulled event falls on the day of its annulment; earlier days stay as they were told', () => {
    const events = [creditEvent({ points: -6, countsFromOn: '2026-03-01', annulledOn: '2026-05-10' })]
    expect(score({ events }, '2026-05-09').conductScore).toBe(94)
    expect(score({ events }, '2026-05-10')).toEqual(score({ events: [] }, '2026-05-10'))
  })
})

describe('R6 score and grade', () => {
  const threeAt = (mark: number) => ['a', 'b', 'c'].map((id) => creditReview({ reviewId: id, engagementId: id, mark }))

  it('0.6 × review + 0.4 × conduct', () => {
    expect(score({ reviews: threeAt(3), events: [creditEvent({ points: -20 })] }).score).toBe(62)
  })

  it.each([
    [-10, 'A', 90],
    [-11, 'B', 89],
    [-25, 'B', 75],
    [-26, 'C', 74],
    [-40, 'C', 60],
    [-41, 'D', 59],
    [-100, 'D', 0],
  ])('without reviews conduct alone: %s points give %s', (points, grade, expected) => {
    expect(score({ events: [creditEvent({ points })] })).toMatchObject({ grade, score: expected, reviewScore: null })
  })

  it.each([
    ['two reviews, listed a day short of a year', 2, '2026-05-31', 'N'],
    ['two reviews, listed for a year', 2, '2026-06-01', 'A'],
    ['three reviews, new', 3, '2025-06-01', 'A'],
    ['no review, listed for a year', 0, '2026-06-01', 'A'],
    ['no review, new', 0, '2025-06-01', 'N'],
  ])('N only while both hold: %s', (_, count, asOf, grade) => {
    const reviews = threeAt(5)
      .slice(0, count)
      .map((review) => ({ ...review, deliveredOn: '2025-06-01', recordedOn: '2025-06-01' }))
    const result = score({ reviews, listedOn: '2025-06-01' }, asOf)
    expect(result.grade).toBe(grade)
    expect(result.score === null).toBe(grade === 'N')
  })

  it('a subject that never entered the register is not rated', () => {
    expect(score({ listedOn: null }).grade).toBe('N')
  })

  it('E while blacklisted, before N and before any score', () => {
    expect(score({ isBlacklisted: true })).toMatchObject({ grade: 'E', score: 100 })
    expect(score({ isBlacklisted: true, listedOn: '2026-05-01' })).toMatchObject({ grade: 'E', score: null })
    expect(codes({ isBlacklisted: true })).toContain('BLACKLISTED')
  })
})

describe('R6 a score explains itself', () => {
  it('names each source, its clause and its last day', () => {
    const events = [
      creditEvent({ eventId: 'e1', points: -6, clause: 'V-FEE-02', countsFromOn: '2026-03-01', countsUntilOn: '2027-03-01' }),
      creditEvent({ eventId: 'h1', kind: 'HONOUR', points: 12 }),
    ]
    const reviews = [creditReview({ reviewId: 'r1', mark: 5, deliveredOn: '2026-02-01', recordedOn: '2026-02-03' })]
    const { explanation } = score({ events, reviews, platformMeanReview: 80 })
    expect(explanation).toContainEqual({
      code: 'VIOLATION',
      kind: 'CONDUCT',
      points: -6,
      weight: null,
      ruleClause: 'V-FEE-02',
      sourceId: 'e1',
      countsUntil: '2027-03-01',
    })
    expect(explanation).toContainEqual({
      code: 'REVIEW_RATING',
      kind: 'REVIEW',
      points: 100,
      weight: 0.166667,
      ruleClause: 'ZZ-1.1',
      sourceId: 'r1',
      countsUntil: '2028-01-31',
    })
    expect(explanation.map((line) => line.code)).toEqual([
      'REVIEW_RATING',
      'PLATFORM_MEAN',
      'CONDUCT_BASE',
      'VIOLATION',
      'HONOUR',
      'HONOURS_CAPPED',
      'REVIEW_PART',
      'CONDUCT_PART',
    ])
  })

  it('says that nobody reviewed where conduct alone gives the grade: R6 read literally makes it A after a year', () => {
    expect(score({})).toMatchObject({ grade: 'A', score: 100, reviewScore: null })
    expect(codes({})).toContain('UNREVIEWED')
    expect(codes({ reviews: [creditReview({ mark: 5 })] })).not.toContain('UNREVIEWED')
  })

  it('says until when it holds', () => {
    const events = [creditEvent({ eventId: 'e1', countsUntilOn: '2027-03-01' }), creditEvent({ eventId: 'e2', countsUntilOn: null })]
    expect(scoreHoldsUntil(score({ events }))).toBe('2027-03-01')
    expect(scoreHoldsUntil(score({}))).toBeNull()
    expect(scoreHoldsUntil(score({ listedOn: '2026-05-01' }))).toBe('2027-04-30')
  })

  it('every parameter of ZZ-1 has its basis, and the set lists them', () => {
    for (const { basis } of Object.values(ZZ_1.parameters)) {
      expect(ZZ_1.legalBasis).toContain(basis)
      // A default must say so in both languages: it may never pass for law.
      if (basis.evidence === 'D') expect([basis.textZh, basis.textEn].join()).toMatch(/平台默认参数.*our own default/)
    }
  })
})
