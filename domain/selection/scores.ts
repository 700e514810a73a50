import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { EvaluationFacts } from './evaluation-facts.ts'

/** Points that the owner gives one bidder on one criterion, with why. */
export interface Score {
  readonly signUpId: string
  readonly criterion: string
  /** 0–100 with at most two decimals */
  readonly points: number
  readonly reasons: string
}

export type ScoresRefusal =
  | {
      readonly code: 'SCORE_UNKNOWN' | 'SCORE_TWICE' | 'SCORE_TOO_FINE' | 'REASONS_REQUIRED'
      readonly criterion: string
      readonly place: number | null
    }
  | { readonly code: 'SCORES_INCOMPLETE'; readonly missing: number }

/** Fewest characters of reasons (ours): a bidder is told why. */
export const MIN_REASONS = 5

/** Scores are complete: every bidder with a valid quote on every criterion the owner scores, once, with reasons (rulebook R3). */
export function checkScores({ bidders, criteria }: EvaluationFacts, scores: readonly Score[]): Result<readonly Score[], ScoresRefusal> {
  const keys = new Set(criteria.flatMap(({ key, kind }) => (kind === 'SCORED' ? [key] : [])))
  const places = new Map(bidders.flatMap(({ signUpId, place, quote }) => (quote ? [[signUpId, place]] : [])))
  const given = new Set<string>()
  for (const { signUpId, criterion, points, reasons } of scores) {
    const about = { criterion, place: places.get(signUpId) ?? null }
    if (about.place === null || !keys.has(criterion)) return refuse({ code: 'SCORE_UNKNOWN', ...about })
    if (given.has(`${signUpId} ${criterion}`)) return refuse({ code: 'SCORE_TWICE', ...about })
    if (Math.abs(points * 100 - Math.round(points * 100)) > 1e-6) return refuse({ code: 'SCORE_TOO_FINE', ...about })
    if (reasons.trim().length < MIN_REASONS) return refuse({ code: 'REASONS_REQUIRED', ...about })
    given.add(`${signUpId} ${criterion}`)
  }
  const missing = places.size * keys.size - given.size
  return missing === 0 ? ok(scores) : refuse({ code: 'SCORES_INCOMPLETE', missing })
}
