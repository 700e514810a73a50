/** One quote in an average-price evaluation. */
export interface AveragedQuote {
  readonly signUpId: string
  readonly feeFen: number
}

export interface AveragePrice<Quote extends AveragedQuote> {
  /** Rounded half up to the fen */
  readonly referenceFen: number
  /** Kept quotes, nearest to the reference first; of equal distance in the order given. */
  readonly kept: readonly (Quote & { readonly distanceFen: number })[]
  /** One highest and one lowest, which can't win; null where fewer than three quotes leave nothing to drop. */
  readonly dropped: { readonly highest: Quote; readonly lowest: Quote } | null
}

/**
 * 最优价 of 连云港海州 (rulebook R3): without one highest and one lowest quote, the mean of the rest times the percentage is the reference,
 * rounded half up; the nearest kept quote comes first. Of several equal highest or lowest quotes the first in the order given is dropped:
 * the caller gives them in an order that was drawn. Exact: whole numbers only.
 *
 * The rule says nothing for fewer than three quotes, which only private funds allow: nothing is dropped then (our own default).
 */
export function averagePrice<Quote extends AveragedQuote>(quotes: readonly Quote[], percent: number): AveragePrice<Quote> {
  if (quotes.length === 0) throw new RangeError('no quotes')
  const dropped = quotes.length < 3 ? null : extremesOf(quotes)
  const rest = dropped ? quotes.filter((quote) => quote !== dropped.highest && quote !== dropped.lowest) : quotes
  const sum = rest.reduce((total, { feeFen }) => total + BigInt(feeFen), 0n)
  const whole = BigInt(rest.length) * 100n
  const referenceFen = Number((sum * BigInt(percent) * 2n + whole) / (whole * 2n))
  const kept = rest
    .map((quote) => ({ ...quote, distanceFen: Math.abs(quote.feeFen - referenceFen) }))
    .sort((a, b) => a.distanceFen - b.distanceFen)
  return { referenceFen, kept, dropped }
}

function extremesOf<Quote extends AveragedQuote>(quotes: readonly Quote[]): { highest: Quote; lowest: Quote } {
  const fees = quotes.map(({ feeFen }) => feeFen)
  const highest = quotes[fees.indexOf(maximum(fees))]
  // Where all are equal, the second of them is the lowest: one quote isn't dropped twice.
  const lowestFee = -maximum(fees.map((fee) => -fee))
  const lowest = quotes.find((quote) => quote.feeFen === lowestFee && quote !== highest)
  if (!highest || !lowest) throw new RangeError('no extremes')
  return { highest, lowest }
}

const maximum = (numbers: readonly number[]): number => numbers.reduce((most, one) => Math.max(most, one), -Infinity)
