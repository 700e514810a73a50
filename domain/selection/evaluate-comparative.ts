import { creditHundredths } from './credit-shortlist.ts'
import type { Criterion } from './criteria.ts'
import type { DrawnOrders } from './draw-labels.ts'
import { ranksIn } from './draw-labels.ts'
import type { Competition, Competitor } from './evaluation-facts.ts'
import type { SelectionResult } from './evaluation-result.ts'

/** Full points, in hundredths. */
const FULL = 10_000

/** Points of one criterion in hundredths: credit as it is, capped at 100; the quote by its ratio to the lowest; the rest as scored. */
function pointsOf(criterion: Criterion, bidder: Competitor, lowestFen: number, unratedScore: number): number {
  switch (criterion.kind) {
    case 'CREDIT':
      return Math.min(FULL, creditHundredths(bidder.score, unratedScore))
    case 'QUOTE':
      return bidder.quote.feeFen === 0
        ? FULL
        : Number((BigInt(lowestFen) * BigInt(FULL) * 2n + BigInt(bidder.quote.feeFen)) / (BigInt(bidder.quote.feeFen) * 2n))
    case 'SCORED':
      return bidder.points[criterion.key] ?? 0
  }
}

/** Weighted points of every competitor: whole numbers in ten-thousandths of a point, so that equal is equal. */
export function weigh({ competitors }: Competition, criteria: readonly Criterion[], unratedScore: number) {
  const lowestFen = competitors.reduce((least, { quote }) => Math.min(least, quote.feeFen), Infinity)
  return competitors.map((bidder) => {
    const points = criteria.map((criterion) => ({ ...criterion, points: pointsOf(criterion, bidder, lowestFen, unratedScore) }))
    return { bidder, points, total: points.reduce((sum, one) => sum + one.points * one.weight, 0) }
  })
}

/** 择优 (rulebook R3): credit, plan and quote by the published weights; equal totals stand in the order drawn. */
export function evaluateComparative(
  competition: Competition,
  criteria: readonly Criterion[],
  unratedScore: number,
  orders: DrawnOrders,
): SelectionResult {
  const rankOf = ranksIn(orders.TIE)
  const ordered = weigh(competition, criteria, unratedScore).sort(
    (a, b) => b.total - a.total || rankOf(a.bidder.place) - rankOf(b.bidder.place),
  )
  return {
    ranking: ordered.map(({ bidder: { signUpId, place, quote }, points, total }, index) => ({
      ...{ signUpId, place: index + 1 },
      figures: {
        ...{ total: total / FULL, feeFen: quote.feeFen, workingDays: quote.workingDays },
        ...Object.fromEntries(points.map((one) => [`points.${one.key}`, one.points / 100])),
        ...(orders.TIE && { drawn: rankOf(place) }),
      },
    })),
    excluded: competition.excluded,
  }
}

export const hasEqualTotals = (competition: Competition, criteria: readonly Criterion[], unratedScore: number): boolean =>
  new Set(weigh(competition, criteria, unratedScore).map(({ total }) => total)).size < competition.competitors.length
