import type { CreditGrade } from './grade.ts'
import type { CreditScore } from './score.ts'
import type { ScoreLine, ScoreLineCode } from './score-line.ts'
import { byId, roundTo } from './score-line.ts'

/** One kind of line whose part in the score differs, in points of the score; null: not a matter of points. */
export interface MoveReason {
  readonly code: ScoreLineCode | 'GRADE_THRESHOLDS'
  readonly before: number | null
  readonly after: number | null
}

/** What another version of the rules would make of one subject. */
export interface SimulatedMove {
  readonly gradeBefore: CreditGrade
  readonly gradeAfter: CreditGrade
  readonly scoreBefore: number | null
  readonly scoreAfter: number | null
  readonly reasons: readonly MoveReason[]
}

/** Below this a difference is rounding, in points of the score. */
const FELT = 0.005

/**
 * Compares the same facts under two versions. The reasons are the parts that differ; theirs add up to the difference of the score. Where
 * the grade moves though the score doesn't, the thresholds are the reason.
 */
export function compareScores(before: CreditScore, after: CreditScore): SimulatedMove {
  const parts = (score: CreditScore) => contributionsOf(score)
  const [old, fresh] = [parts(before), parts(after)]
  const reasons = [...new Set([...old.keys(), ...fresh.keys()])].sort(byId).flatMap((code): readonly MoveReason[] => {
    const [was, is] = [old.get(code), fresh.get(code)]
    if (was === null || is === null) return was === is ? [] : [{ code, before: null, after: null }]
    const isFelt = Math.abs((was ?? 0) - (is ?? 0)) >= FELT
    return isFelt ? [{ code, before: roundTo(was ?? 0, 2), after: roundTo(is ?? 0, 2) }] : []
  })
  const isByThreshold = before.grade !== after.grade && before.score !== null && before.score === after.score
  return {
    ...{ gradeBefore: before.grade, gradeAfter: after.grade, scoreBefore: before.score, scoreAfter: after.score },
    reasons: isByThreshold ? [...reasons, { code: 'GRADE_THRESHOLDS', before: null, after: null }] : reasons,
  }
}

/** Whether grade or score would be others. */
export function isMoved({ gradeBefore, gradeAfter, scoreBefore, scoreAfter }: SimulatedMove): boolean {
  return gradeBefore !== gradeAfter || scoreBefore !== scoreAfter
}

/** How much of the score each kind of line brings; null for lines that override instead of adding. Unrated: conduct by itself. */
function contributionsOf(score: CreditScore): ReadonlyMap<ScoreLineCode, number | null> {
  const weightOf = (code: ScoreLineCode) => score.explanation.find((line) => line.code === code)?.weight
  const weights = { REVIEW: weightOf('REVIEW_PART') ?? 0, CONDUCT: weightOf('CONDUCT_PART') ?? 0 }
  const parts = new Map<ScoreLineCode, number | null>()
  for (const line of score.explanation) {
    if (line.kind === 'GRADE') parts.set(line.code, null)
    else if (line.kind !== 'SCORE') parts.set(line.code, (parts.get(line.code) ?? 0) + partOf(line, weights[line.kind]))
  }
  return parts
}

const partOf = ({ kind, points, weight }: ScoreLine, share: number): number =>
  (points ?? 0) * (kind === 'REVIEW' ? (weight ?? 0) : 1) * share
