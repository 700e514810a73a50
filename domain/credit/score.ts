import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditEvent, CreditReview } from './credit-fact.ts'
import type { CreditRuleSet } from './credit-rule-set.ts'
import { scoreConduct } from './conduct-score.ts'
import type { CreditGrade } from './grade.ts'
import { gradeOfScore, isNotRated, newcomerUntil } from './grade.ts'
import { scoreReviews } from './review-score.ts'
import type { ScoreLine } from './score-line.ts'
import { roundTo } from './score-line.ts'

/**
 * Everything a score is made of. `listedOn` is the day the subject entered the register, null for one that never did.
 * `platformMeanReview` is the published mean 0–100 of all review scores, null while there is none.
 */
export interface ScoreInput {
  readonly events: readonly CreditEvent[]
  readonly reviews: readonly CreditReview[]
  readonly listedOn: CalendarDay | null
  readonly isBlacklisted: boolean
  readonly platformMeanReview: number | null
}

/** A score that explains itself. `score` is null while not rated; its parts stay visible. */
export interface CreditScore {
  readonly grade: CreditGrade
  /** The grade without the blacklist: what a reader sees on a day on which no entry holds. */
  readonly gradeOffList: Exclude<CreditGrade, 'E'>
  readonly score: number | null
  readonly reviewScore: number | null
  readonly conductScore: number
  readonly explanation: readonly ScoreLine[]
  readonly ruleSetVersion: string
}

/**
 * The score and grade on that day (rulebook R6). Only its arguments decide, so any past day and any version can be asked again:
 * what was recorded after `asOf` does not exist, what had expired or was annulled by then does not count.
 */
export function scoreSubject(input: ScoreInput, ruleSet: CreditRuleSet, asOf: CalendarDay): CreditScore {
  const review = scoreReviews(input.reviews, input.platformMeanReview, ruleSet, asOf)
  const conduct = scoreConduct(input.events, ruleSet, asOf)
  const explanation: ScoreLine[] = [...review.lines, ...conduct.lines]
  const { scoreWeights, notRated, blacklistedGrade } = ruleSet.parameters
  const parts = { reviewScore: review.reviewScore, conductScore: conduct.conductScore, ruleSetVersion: ruleSet.version }
  const without = { weight: null, points: null, sourceId: null, countsUntil: null }

  // A line of its own, so that E never looks like a low score.
  if (input.isBlacklisted) {
    explanation.push({ ...without, code: 'BLACKLISTED', kind: 'GRADE', ruleClause: blacklistedGrade.basis.clause })
  }
  if (isNotRated(review.reviewedEngagements, input.listedOn, ruleSet, asOf)) {
    const countsUntil = newcomerUntil(input.listedOn, ruleSet)
    explanation.push({ ...without, code: 'NOT_RATED_NEW', kind: 'GRADE', ruleClause: notRated.basis.clause, countsUntil })
    return { ...parts, grade: input.isBlacklisted ? blacklistedGrade.value : 'N', gradeOffList: 'N', score: null, explanation }
  }

  const weight = review.reviewScore === null ? { review: 0, conduct: 1 } : scoreWeights.value
  const part = { ...without, kind: 'SCORE', ruleClause: scoreWeights.basis.clause } as const
  if (review.reviewScore === null) {
    // R6 read literally grades conduct alone, A for a firm nobody ever reviewed: the reader is told what the grade rests on.
    explanation.push({ ...without, code: 'UNREVIEWED', kind: 'GRADE', ruleClause: scoreWeights.basis.clause })
  } else {
    explanation.push({ ...part, code: 'REVIEW_PART', points: review.reviewScore, weight: weight.review })
  }
  explanation.push({ ...part, code: 'CONDUCT_PART', points: conduct.conductScore, weight: weight.conduct })
  const score = roundTo((review.reviewScore ?? 0) * weight.review + conduct.conductScore * weight.conduct, 2)
  const gradeOffList = gradeOfScore(score, ruleSet)
  return { ...parts, grade: input.isBlacklisted ? blacklistedGrade.value : gradeOffList, gradeOffList, score, explanation }
}

/**
 * Last day on which this score holds if nothing new happens: the earliest day a line stops counting. Null if none does.
 * The day after, the subject is due for a new rating.
 */
export function scoreHoldsUntil(score: Pick<CreditScore, 'explanation'>): CalendarDay | null {
  const days = score.explanation.flatMap((line) => (line.countsUntil === null ? [] : [line.countsUntil]))
  return days.sort()[0] ?? null
}
