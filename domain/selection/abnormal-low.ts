/** A quote by its sign-up and fee. */
export interface QuotedFee {
  readonly signUpId: string
  readonly feeFen: number
}

/** The middle fee; of an even number the mean of the two in the middle, so it may end in half a fen. @param fees at least one, in fen */
export function medianFen(fees: readonly number[]): number {
  const sorted = fees.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  if (upper === undefined || lower === undefined) throw new RangeError('no fee has no median')
  return (lower + upper) / 2
}

/**
 * The quotes under a share of the median 异常低价 (rulebook R3): each is explained in writing before the result. One or two quotes have no
 * usual price between them, so nothing is abnormal.
 * @param share e.g. 0.7, exclusive: exactly the share is not under it
 */
export function abnormallyLow(quotes: readonly QuotedFee[], share: number): readonly QuotedFee[] {
  if (quotes.length < 3) return []
  // In hundredths of a per cent, so that a fee of exactly the share is not lost to a fraction.
  const threshold = medianFen(quotes.map(({ feeFen }) => feeFen)) * Math.round(share * 10_000)
  return quotes.filter(({ feeFen }) => feeFen * 10_000 < threshold)
}
