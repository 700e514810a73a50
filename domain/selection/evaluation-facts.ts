import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { abnormallyLow, medianFen } from './abnormal-low.ts'
import type { Criterion } from './criteria.ts'
import type { BidderRefusal, ExcludedSignUp } from './evaluation-result.ts'
import type { SelectionMode } from './selection.ts'

/** A bidder as an evaluation sees it. */
export interface EvaluatedBidder {
  /** 1-based place in the frozen pool */
  readonly place: number
  readonly signUpId: string
  /** Credit as frozen at closing */
  readonly score: number | null
  /** Null where the mode has no quotes, or none of this bidder is valid. */
  readonly quote: { readonly feeFen: number; readonly workingDays: number; readonly isExplained: boolean } | null
  /** Why there is no valid quote, where the mode has quotes. */
  readonly out: BidderRefusal | null
  /** Points 0–100 that the owner gave, in hundredths, by criterion key. */
  readonly points: Readonly<Record<string, number>>
}

/** All that an evaluation rests on, beside what is drawn. Bidders are the whole pool in its order. */
export interface EvaluationFacts {
  readonly mode: SelectionMode
  readonly bidders: readonly EvaluatedBidder[]
  /** Fewest valid quotes (or bidders of a shortlist) with which the round doesn't fail */
  readonly minimum: number
  readonly abnormallyLowShare: number
  readonly percents: readonly number[]
  readonly creditTailShare: number
  readonly shortlistSize: number
  readonly unratedScore: number
  readonly criteria: readonly Criterion[]
}

/** A bidder with a valid quote. */
export type Competitor = EvaluatedBidder & { readonly quote: NonNullable<EvaluatedBidder['quote']> }

export interface Competition {
  readonly competitors: readonly Competitor[]
  readonly excluded: readonly ExcludedSignUp[]
}

const isCompetitor = (bidder: EvaluatedBidder): bidder is Competitor => bidder.quote !== null && bidder.out === null

/** The quotes that are abnormally low, explained or not. */
export function lowQuotes({ bidders, abnormallyLowShare }: EvaluationFacts): readonly Competitor[] {
  const competitors = bidders.filter(isCompetitor)
  const quoted = competitors.map(({ signUpId, quote: { feeFen } }) => ({ signUpId, feeFen }))
  const low = new Set(abnormallyLow(quoted, abnormallyLowShare).map(({ signUpId }) => signUpId))
  return competitors.filter(({ signUpId }) => low.has(signUpId))
}

/**
 * Who competes by quote: a valid one, and where it is abnormally low an explanation (rulebook R3). The median is that of all valid quotes.
 * Refused where too few are left.
 */
export function competitionOf(facts: EvaluationFacts): Result<Competition, BidderRefusal> {
  const valid = facts.bidders.filter(isCompetitor)
  const unexplained = new Set(lowQuotes(facts).filter(({ quote }) => !quote.isExplained))
  const competitors = valid.filter((bidder) => !unexplained.has(bidder))
  if (competitors.length < Math.max(1, facts.minimum))
    return refuse({ code: 'TOO_FEW_QUOTES', found: competitors.length, needed: Math.max(1, facts.minimum) })
  const out = facts.bidders.flatMap(({ signUpId, out: refusal }) => (refusal ? [{ signUpId, refusal }] : []))
  const low = [...unexplained].map(({ signUpId, quote: { feeFen } }) => ({
    signUpId,
    refusal: { code: 'ABNORMALLY_LOW_UNEXPLAINED', feeFen, medianFen: Math.round(medianFen(valid.map(({ quote }) => quote.feeFen))) },
  }))
  return ok({ competitors, excluded: [...out, ...low] })
}
