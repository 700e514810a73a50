import type { BidderRefusal, RankedSignUp, SelectionResult } from './evaluation-result.ts'

/** 报名 as it stands: in it, taken back by the bidder, or out by rule. */
export const signUpStates = ['ACTIVE', 'WITHDRAWN', 'EXCLUDED'] as const
export type SignUpState = (typeof signUpStates)[number]

/** A bidder as far as its outcome is asked. */
export interface Bidder {
  readonly signUpId: string
  readonly state: SignUpState
  readonly exclusion: BidderRefusal | null
}

/**
 * The first of the order who can still win; null where there is none. The order itself is never counted anew when somebody drops out: with
 * what is known after the opening, a withdrawal could else choose the winner.
 */
export function firstStanding(result: Pick<SelectionResult, 'ranking'>, bidders: readonly Bidder[]): RankedSignUp | null {
  const standing = new Set(bidders.filter(({ state }) => state === 'ACTIVE').map(({ signUpId }) => signUpId))
  return result.ranking.toSorted((a, b) => a.place - b.place).find(({ signUpId }) => standing.has(signUpId)) ?? null
}

/** What a bidder is told of the end it came to. Everyone is told why (rulebook R3). */
export type BidderOutcome =
  | { readonly code: 'PROPOSED' | 'WON'; readonly figures: RankedSignUp['figures'] }
  | { readonly code: 'OTHER_RANKED_FIRST'; readonly place: number; readonly figures: RankedSignUp['figures'] }
  | { readonly code: 'NOT_RANKED' }
  | { readonly code: 'EXCLUDED'; readonly refusal: BidderRefusal }
  | { readonly code: 'WITHDRAWN' }
  | { readonly code: 'ROUND_FAILED'; readonly refusal: BidderRefusal }
  | { readonly code: 'ROUND_CANCELLED'; readonly reasons: string }

/** The outcome of every bidder while `winnerId` is proposed, or once it has won. */
export function outcomesOf(
  result: SelectionResult,
  bidders: readonly Bidder[],
  winnerId: string,
  isAwarded: boolean,
): ReadonlyMap<string, BidderOutcome> {
  const ranked = new Map(result.ranking.map((one) => [one.signUpId, one]))
  const excluded = new Map(result.excluded.map(({ signUpId, refusal }) => [signUpId, refusal]))
  const of = (bidder: Bidder): BidderOutcome => {
    const { signUpId } = bidder
    const place = ranked.get(signUpId)
    if (signUpId === winnerId) return { code: isAwarded ? 'WON' : 'PROPOSED', figures: place?.figures ?? {} }
    const out = endedOutcome(bidder)
    if (out) return out
    const refusal = excluded.get(signUpId)
    if (refusal) return { code: 'EXCLUDED', refusal }
    return place ? { code: 'OTHER_RANKED_FIRST', place: place.place, figures: place.figures } : { code: 'NOT_RANKED' }
  }
  return new Map(bidders.map((bidder) => [bidder.signUpId, of(bidder)]))
}

/** The outcome of every bidder of a round that ends without a winner. Who was out before stays out for its own reason. */
export function endedOutcomes(
  bidders: readonly Bidder[],
  end: Extract<BidderOutcome, { readonly code: 'ROUND_FAILED' | 'ROUND_CANCELLED' }>,
): ReadonlyMap<string, BidderOutcome> {
  return new Map(bidders.map((bidder) => [bidder.signUpId, endedOutcome(bidder) ?? end]))
}

function endedOutcome({ state, exclusion }: Bidder): BidderOutcome | null {
  if (state === 'WITHDRAWN') return { code: 'WITHDRAWN' }
  return state === 'EXCLUDED' ? { code: 'EXCLUDED', refusal: exclusion ?? { code: 'UNKNOWN' } } : null
}
