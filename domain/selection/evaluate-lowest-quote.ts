import type { DrawnOrders } from './draw-labels.ts'
import { ranksIn } from './draw-labels.ts'
import type { Competition } from './evaluation-facts.ts'
import type { SelectionResult } from './evaluation-result.ts'

/** 最低价 (rulebook R3): the lowest fee first; equal fees stand in the order drawn. */
export function evaluateLowestQuote({ competitors, excluded }: Competition, orders: DrawnOrders): SelectionResult {
  const rankOf = ranksIn(orders.TIE)
  const ordered = competitors.toSorted((a, b) => a.quote.feeFen - b.quote.feeFen || rankOf(a.place) - rankOf(b.place))
  return {
    ranking: ordered.map(({ signUpId, place, quote: { feeFen, workingDays } }, index) => ({
      ...{ signUpId, place: index + 1 },
      figures: { feeFen, workingDays, ...(orders.TIE && { drawn: rankOf(place) }) },
    })),
    excluded,
  }
}

/** Whether two of the competitors ask the same. */
export const hasEqualFees = ({ competitors }: Competition): boolean =>
  new Set(competitors.map(({ quote }) => quote.feeFen)).size < competitors.length
