/** Where fees lie: the least, the quartiles, the most, each a fee that somebody asks, in fen. */
export interface FiveFees {
  readonly count: number
  readonly minFen: number
  readonly lowerQuartileFen: number
  readonly medianFen: number
  readonly upperQuartileFen: number
  readonly maxFen: number
}

/** Sums up the fees of a market; null where nobody asks one. A quartile is the first fee that a quarter, half or three quarters do not exceed. */
export function fiveFees(feesFen: readonly number[]): FiveFees | null {
  const sorted = feesFen.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  if (sorted.length === 0) return null
  return { count: sorted.length, minFen: at(0), lowerQuartileFen: at(0.25), medianFen: at(0.5), upperQuartileFen: at(0.75), maxFen: at(1) }
}
