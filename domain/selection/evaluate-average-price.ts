import { averagePrice } from './average-price.ts'
import type { DrawnOrders } from './draw-labels.ts'
import { ranksIn } from './draw-labels.ts'
import type { Competition } from './evaluation-facts.ts'
import type { ExcludedSignUp, SelectionResult } from './evaluation-result.ts'

/**
 * 最优价 (rulebook R3). Which of equal extremes is dropped, and who of two equally near comes first, follows the order drawn (ours: the rule
 * is silent); the percentage is the one drawn.
 */
export function evaluateAveragePrice({ competitors, excluded }: Competition, orders: DrawnOrders): SelectionResult {
  const percent = orders.PERCENT?.[0]
  if (percent === undefined || !orders.TIE) throw new RangeError('the percentage and the order among equals are drawn first')
  const rankOf = ranksIn(orders.TIE)
  const drawn = competitors.toSorted((a, b) => rankOf(a.place) - rankOf(b.place))
  const { referenceFen, kept, dropped } = averagePrice(
    drawn.map(({ signUpId, place, quote }) => ({ signUpId, feeFen: quote.feeFen, workingDays: quote.workingDays, drawn: rankOf(place) })),
    percent,
  )
  const extremes: ExcludedSignUp[] = dropped
    ? [
        { signUpId: dropped.highest.signUpId, refusal: { code: 'QUOTE_DROPPED_HIGHEST', feeFen: dropped.highest.feeFen } },
        { signUpId: dropped.lowest.signUpId, refusal: { code: 'QUOTE_DROPPED_LOWEST', feeFen: dropped.lowest.feeFen } },
      ]
    : []
  return {
    ranking: kept.map(({ signUpId, ...figures }, index) => ({ signUpId, place: index + 1, figures })),
    excluded: [...excluded, ...extremes],
    percent,
    referenceFen,
  }
}
