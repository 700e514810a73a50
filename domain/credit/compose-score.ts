import type { CreditRuleSet } from './credit-rule-set.ts'
import type { CreditGrade } from './grade.ts'
import { gradeOfScore } from './grade.ts'
import type { IndustryAssessment, IndustryParameters } from './industry-standard.ts'
import { roundTo } from './score-line.ts'

/** The city's rating of a subject on the day asked for. */
export interface CityRating {
  readonly grade: CreditGrade
  readonly score: number | null
}

/** The rating for the items of an industry standard: the city's score and the authority's assessment, each with its weight. */
export interface ComposedScore {
  readonly grade: CreditGrade
  readonly score: number | null
  readonly cityWeight: number
  readonly industryWeight: number
}

/**
 * Composes the city's score with an authority's assessment for its own items. Without an assessment the city's stands alone. An authority can't
 * lift anybody off the blacklist (E) nor rate whom the city doesn't (N); the grade follows the city's thresholds. Honours may bring the
 * city's score over 100, so the result is not capped there either.
 */
export function composeScore(
  city: CityRating,
  assessment: Pick<IndustryAssessment, 'score'> | null,
  { weight }: Pick<IndustryParameters, 'weight'>,
  ruleSet: CreditRuleSet,
): ComposedScore {
  if (assessment === null || city.score === null || city.grade === 'E') return { ...city, cityWeight: 1, industryWeight: 0 }
  const score = roundTo(city.score * (1 - weight) + assessment.score * weight, 2)
  return { grade: gradeOfScore(score, ruleSet), score, cityWeight: roundTo(1 - weight, 4), industryWeight: weight }
}
