/** Why somebody did not come into the order, or is out of it: a code and the facts of the sentence that the bidder reads. */
export type BidderRefusal = { readonly code: string } & Readonly<Record<string, unknown>>

/** One place of the order, with what the order rests on: fee, points, distance, position in the draw. */
export interface RankedSignUp {
  readonly signUpId: string
  /** 1-based; the first is the winner */
  readonly place: number
  readonly figures: Readonly<Record<string, number | string | null>>
}

/** A bidder who can't win, and why: told to the bidder, shown to everyone by code. */
export interface ExcludedSignUp {
  readonly signUpId: string
  readonly refusal: BidderRefusal
}

/** What an evaluation came to (rulebook R3): the same facts and the same draws always give the same result. */
export interface SelectionResult {
  /** Full order where the rule gives one, the winner alone where it doesn't. */
  readonly ranking: readonly RankedSignUp[]
  readonly excluded: readonly ExcludedSignUp[]
  /** Average price: the percentage that was drawn. */
  readonly percent?: number
  /** Average price: the reference in fen. */
  readonly referenceFen?: number
  /** Credit shortlist: sign-ups among which the owner picks, in the order drawn. */
  readonly shortlist?: readonly string[]
}
