/** What is drawn: the order of bidders, the percentage of the average price, the order among equals. The label closes the key string. */
export const drawLabels = ['WINNER', 'PERCENT', 'TIE'] as const
export type DrawLabel = (typeof drawLabels)[number]

/** One draw that an evaluation needs. */
export interface DrawSpec {
  readonly label: DrawLabel
  /** What is drawn from, in its published order: places in the pool, or percentages. */
  readonly entries: readonly number[]
  /** Tickets of each entry */
  readonly weights: readonly number[]
  /** How many entries are drawn */
  readonly count: number
}

/** What came of the draws: entries in the order drawn. */
export type DrawnOrders = Readonly<Partial<Record<DrawLabel, readonly number[]>>>

/** A draw in which every entry has the same chance. */
export const evenDraw = (label: DrawLabel, entries: readonly number[], count = entries.length): DrawSpec => ({
  ...{ label, entries, count },
  weights: entries.map(() => 1),
})

/** Rank (from 1) of each entry in an order; what was not drawn has rank 0. */
export function ranksIn(order: readonly number[] | undefined): (entry: number) => number {
  const ranks = new Map((order ?? []).map((entry, index) => [entry, index + 1]))
  return (entry) => ranks.get(entry) ?? 0
}
