/** A bidder by credit: the score 0–110, or null while not rated. */
export interface CreditBidder {
  readonly signUpId: string
  readonly place: number
  readonly score: number | null
}

export interface CreditRules {
  /** Fraction of the bidders, lowest credit first, that isn't drawn from. */
  readonly tailShare: number
  /** The score as which a bidder who isn't rated yet counts. */
  readonly unratedScore: number
}

export interface CreditField<Bidder extends CreditBidder> {
  /** In pool order, with their tickets in the draw */
  readonly drawn: readonly { readonly bidder: Bidder; readonly tickets: number }[]
  readonly cut: readonly { readonly bidder: Bidder; readonly rank: number }[]
}

/** Hundredths of a point of credit: what ranks and what is drawn by, so that no fraction is rounded twice. */
export const creditHundredths = (score: number | null, unratedScore: number): number =>
  Math.max(1, Math.round((score ?? unratedScore) * 100))

/**
 * 信用择优 (rulebook R3): ranked by credit, the tail is cut, and whoever is left holds one ticket for every hundredth of a point. Nobody is
 * cut whose credit equals that of one who stays, and two always stay.
 */
export function creditField<Bidder extends CreditBidder>(bidders: readonly Bidder[], rules: CreditRules): CreditField<Bidder> {
  const hundredths = (bidder: Bidder) => creditHundredths(bidder.score, rules.unratedScore)
  const ranked = bidders.toSorted((a, b) => hundredths(b) - hundredths(a) || a.place - b.place)
  const keep = Math.max(2, ranked.length - Math.floor(ranked.length * rules.tailShare))
  const lastKept = ranked[Math.min(keep, ranked.length) - 1]
  const line = lastKept ? hundredths(lastKept) : 0
  return {
    drawn: bidders.filter((bidder) => hundredths(bidder) >= line).map((bidder) => ({ bidder, tickets: hundredths(bidder) })),
    cut: ranked.flatMap((bidder, index) => (hundredths(bidder) < line ? [{ bidder, rank: index + 1 }] : [])),
  }
}
