import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CreditEventKind } from './credit-fact.ts'

export type ScoreLineKind = 'REVIEW' | 'CONDUCT' | 'SCORE' | 'GRADE'

export type ScoreLineCode =
  | 'REVIEW_RATING'
  | 'PLATFORM_MEAN'
  | 'CONDUCT_BASE'
  | CreditEventKind
  | 'HONOURS_CAPPED'
  | 'CONDUCT_BOUNDED'
  | 'REVIEW_PART'
  | 'CONDUCT_PART'
  | 'NOT_RATED_NEW'
  | 'BLACKLISTED'
  | 'UNREVIEWED'

/**
 * One reason behind a score. REVIEW lines: `points` 0–100 times `weight` add up to the review score. CONDUCT lines: `points`
 * add up to the conduct score. SCORE lines: `points` times `weight` add up to the score. GRADE lines say what overrides
 * the score. `ruleClause` is the rule or catalogue row, `sourceId` the event or review, `countsUntil` the last day it
 * counts, null while nothing ends it.
 */
export interface ScoreLine {
  readonly code: ScoreLineCode
  readonly kind: ScoreLineKind
  readonly points: number | null
  readonly weight: number | null
  readonly ruleClause: string
  readonly sourceId: string | null
  readonly countsUntil: CalendarDay | null
}

/** Rounds half away from zero to that many decimals, so that the number shown is the number graded. */
export function roundTo(value: number, decimals: number): number {
  const factor = 10 ** decimals
  // Binary fractions such as 74.995 lie just below their decimal; the relative nudge brings them back.
  const rounded = (Math.sign(value) * Math.round(Math.abs(value) * factor * (1 + 1e-12))) / factor
  return rounded === 0 ? 0 : rounded
}

/** Exact byte order: independent of the reader's language and of the order of arrival. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
