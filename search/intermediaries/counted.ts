/** Counts of one search by value; fee bands and days by their index. */
export interface Counted {
  readonly total: number
  readonly serviceItems: Counts
  readonly divisions: Counts
  readonly grades: Counts
  readonly fees: Counts
  readonly days: Counts
  /** Told from a sample, to two digits; absent when counted. */
  readonly isEstimated?: boolean
}
export type Counts = Readonly<Record<string, number>>

/** Counts of a sample brought to the size of the whole. Two digits: more would pretend to be known. */
export function scaled(sample: Counted, factor: number): Counted {
  const one = (count: number): number => twoDigits(count * factor)
  const all = (counts: Counts): Counts => Object.fromEntries(Object.entries(counts).map(([value, count]) => [value, one(count)]))
  return {
    total: one(sample.total),
    serviceItems: all(sample.serviceItems),
    divisions: all(sample.divisions),
    grades: all(sample.grades),
    fees: all(sample.fees),
    days: all(sample.days),
    isEstimated: true,
  }
}

function twoDigits(count: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1)
  return Math.round(count / unit) * unit
}
