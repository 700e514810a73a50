import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditEvent, creditReview } from './credit-fact.fixture.ts'
import { creditRuleSet } from './credit-rule-set.fixture.ts'
import { ZZ_1 } from './credit-rule-set.ts'
import { scoreSubject } from './score.ts'
import type { ScoreInput } from './score.ts'
import { compareScores, isMoved } from './simulated-move.ts'
import { addToSummary, emptySummary } from './simulation-summary.ts'

const nobody: ScoreInput = { events: [], reviews: [], listedOn: '2024-01-01', isBlacklisted: false, platformMeanReview: null }
const asOf = '2026-06-01'
type Changes = Parameters<typeof creditRuleSet>[0]
const compare = (input: Partial<ScoreInput>, changes: Changes) => {
  const facts = { ...nobody, ...input }
  return compareScores(scoreSubject(facts, ZZ_1, asOf), scoreSubject(facts, creditRuleSet(changes), asOf))
}
const complained = [creditEvent({ eventId: 'a', kind: 'COMPLAINT' }), creditEvent({ eventId: 'b', kind: 'COMPLAINT' })]

describe('what a draft would change about one subject', () => {
  it('nothing: no move and no reason', () => {
    const move = compare({ events: complained }, {})
    expect(isMoved(move)).toBe(false)
    expect(move.reasons).toEqual([])
  })

  it('names the kind of fact that counts otherwise, in points of the score', () => {
    const move = compare({ events: complained }, { complaintPoints: -6 })
    expect(move).toMatchObject({ gradeBefore: 'A', gradeAfter: 'B', scoreBefore: 98, scoreAfter: 88 })
    expect(move.reasons).toEqual([{ code: 'COMPLAINT', before: -2, after: -12 }])
  })

  it('names the threshold where the score stays', () => {
    const move = compare({ events: [creditEvent({ points: -9 })] }, { gradeThresholds: { A: 92, B: 75, C: 60 } })
    expect(move).toMatchObject({ gradeBefore: 'A', gradeAfter: 'B', scoreBefore: 91, scoreAfter: 91 })
    expect(move.reasons).toEqual([{ code: 'GRADE_THRESHOLDS', before: null, after: null }])
  })

  it('names what makes somebody unrated', () => {
    const move = compare({ listedOn: '2025-01-01' }, { notRated: { engagements: 3, months: 24 } })
    expect(move).toMatchObject({ gradeBefore: 'A', gradeAfter: 'N', scoreAfter: null })
    expect(move.reasons.map(({ code }) => code)).toContain('NOT_RATED_NEW')
  })

  it('the parts that differ add up to the difference of the score', () => {
    const mark = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(
        fc.array(mark, { minLength: 3, maxLength: 8 }),
        fc.array(fc.integer({ min: -20, max: 0 }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: -9, max: 0 }),
        (marks, points, share, complaintPoints) => {
          const reviews = marks.map((one, index) => creditReview({ reviewId: `r${index}`, engagementId: `e${index}`, mark: one }))
          const events = points.map((one, index) => creditEvent({ eventId: `v${index}`, points: one }))
          const changes = { complaintPoints, scoreWeights: { review: share / 10, conduct: 1 - share / 10 } }
          const { reasons, scoreBefore, scoreAfter } = compare({ reviews, events: [...events, ...complained] }, changes)
          const sum = reasons.reduce((total, { before, after }) => total + (after ?? 0) - (before ?? 0), 0)
          expect(sum).toBeCloseTo((scoreAfter ?? 0) - (scoreBefore ?? 0), 0)
        },
      ),
    )
  })
})

describe('the summary of a simulation', () => {
  const moves = [
    compare({ events: complained }, { complaintPoints: -6 }),
    compare({}, { complaintPoints: -6 }),
    compare({ isBlacklisted: true }, { complaintPoints: -6 }),
    compare({ listedOn: null }, { complaintPoints: -6 }),
  ]

  it('counts everybody once: who stays, who moves, and by how much', () => {
    const summary = addToSummary(emptySummary, moves)
    expect(summary).toMatchObject({ subjects: 4, moved: 1 })
    expect(summary.moves).toEqual([
      { before: 'A', after: 'A', count: 1 },
      { before: 'A', after: 'B', count: 1 },
      { before: 'E', after: 'E', count: 1 },
      { before: 'N', after: 'N', count: 1 },
    ])
    expect(summary.shifts.filter(({ count }) => count > 0)).toEqual([
      { from: -10, to: -5, count: 1 },
      { from: -0.005, to: 0.005, count: 2 },
    ])
  })

  it('is the same in one go and in pieces, in any order', () => {
    const inPieces = moves.toReversed().reduce((summary, move) => addToSummary(summary, [move]), emptySummary)
    expect(inPieces).toEqual(addToSummary(emptySummary, moves))
  })
})
