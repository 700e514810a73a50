import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeScore } from './compose-score.ts'
import { ZZ_1 } from './credit-rule-set.ts'
import { assessmentOn, industryParameters, industryTemplate } from './industry-standard.ts'
import type { IndustryAssessment } from './industry-standard.ts'

const assessment = (facts: Partial<IndustryAssessment>): IndustryAssessment => ({
  ...{ assessmentId: 'a', period: '2026-H1', score: 80, recordedOn: '2026-03-10', annulledOn: null },
  ...facts,
})

describe('考评机制: an industry standard', () => {
  const problemsOf = (changes: object) => {
    const read = industryParameters.safeParse({ ...industryTemplate, ...changes })
    return read.success ? [] : read.error.issues.map(({ message }) => message)
  }
  const criterion = (code: string, most: number) => ({ code, titleZh: '甲', titleEn: 'A', most })

  it('the template is one', () => expect(problemsOf({})).toEqual([]))
  it.each<[string, object, string]>([
    ['criteria that are not 100 in sum', { criteria: [criterion('Q', 90)] }, 'CRITERIA_NOT_100'],
    ['a criterion twice', { criteria: [criterion('Q', 50), criterion('Q', 50)] }, 'CRITERION_TWICE'],
    ['a code with spaces', { criteria: [criterion('Q 1', 100)] }, 'CRITERION_CODE'],
  ])('refuses %s', (_, changes, message) => expect(problemsOf(changes)).toContain(message))
  it.each([0, 0.51, 1])('refuses a weight of %s: the city’s rating leads', (weight) => expect(problemsOf({ weight })).not.toEqual([]))

  it.each([
    ['2026-03-09', null],
    ['2026-03-10', 'a'],
    ['2027-03-09', 'a'],
    ['2027-03-10', null],
  ])('an assessment counts from its day for twelve months: on %s %s', (day, expected) => {
    expect(assessmentOn([assessment({})], { validMonths: 12 }, day)?.assessmentId ?? null).toBe(expected)
  })

  it('the last one recorded counts; an annulled one has never been', () => {
    const earlier = assessment({ assessmentId: 'b', recordedOn: '2026-01-10' })
    expect(assessmentOn([assessment({}), earlier], { validMonths: 12 }, '2026-06-01')?.assessmentId).toBe('a')
    expect(assessmentOn([assessment({ annulledOn: '2026-05-01' }), earlier], { validMonths: 12 }, '2026-06-01')?.assessmentId).toBe('b')
    expect(assessmentOn([assessment({ annulledOn: '2026-05-01' }), earlier], { validMonths: 12 }, '2026-04-30')?.assessmentId).toBe('a')
  })
})

describe('the city’s score composed with an authority’s', () => {
  const compose = (grade: 'A' | 'B' | 'C' | 'D' | 'E' | 'N', score: number | null, industry: number | null, weight = 0.3) =>
    composeScore({ grade, score }, industry === null ? null : { score: industry }, { weight }, ZZ_1)

  it.each([
    ['0.7 × city + 0.3 × industry', 'A', 90, 60, { score: 81, grade: 'B' }],
    ['no assessment: the city’s alone', 'A', 92, null, { score: 92, grade: 'A', industryWeight: 0 }],
    ['not rated by the city, not rated', 'N', null, 100, { score: null, grade: 'N', industryWeight: 0 }],
    ['nobody is lifted off the blacklist', 'E', 95, 100, { score: 95, grade: 'E', industryWeight: 0 }],
    ['can be lifted over a threshold', 'B', 88, 100, { score: 91.6, grade: 'A' }],
  ] as const)('%s', (_, grade, score, industry, expected) => {
    expect(compose(grade, score, industry)).toMatchObject(expected)
  })

  it('lies between both, and more on either side never lowers it', () => {
    const points = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(points, points, points, fc.integer({ min: 1, max: 50 }), (city, industry, more, weight) => {
        const { score } = compose('C', city, industry, weight / 100)
        expect(score).toBeGreaterThanOrEqual(Math.min(city, industry) - 0.005)
        expect(score).toBeLessThanOrEqual(Math.max(city, industry) + 0.005)
        expect(compose('C', city, industry + more, weight / 100).score).toBeGreaterThanOrEqual(score ?? 0)
        expect(compose('C', city + more, industry, weight / 100).score).toBeGreaterThanOrEqual(score ?? 0)
      }),
    )
  })
})
