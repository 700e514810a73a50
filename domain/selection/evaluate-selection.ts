import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { evenDraw } from './draw-labels.ts'
import type { DrawnOrders, DrawSpec } from './draw-labels.ts'
import { evaluateAveragePrice } from './evaluate-average-price.ts'
import { evaluateComparative, hasEqualTotals } from './evaluate-comparative.ts'
import { evaluateRandomDraw, evaluateShortlist, fieldOf } from './evaluate-drawn.ts'
import { evaluateLowestQuote, hasEqualFees } from './evaluate-lowest-quote.ts'
import { competitionOf } from './evaluation-facts.ts'
import type { Competition, EvaluationFacts } from './evaluation-facts.ts'
import type { BidderRefusal, SelectionResult } from './evaluation-result.ts'
import { hasQuotes } from './selection.ts'

/** What has to be drawn before the facts give a result; empty where nothing is left to chance, or the round fails anyway. */
export function drawsOf(facts: EvaluationFacts): readonly DrawSpec[] {
  if (!hasQuotes(facts.mode)) return tooFewIn(facts) ? [] : [drawOfOrder(facts)]
  const competition = competitionOf(facts)
  if (!competition.ok) return []
  const tie = evenDraw('TIE', placesOf(facts))
  switch (facts.mode) {
    case 'AVERAGE_PRICE':
      return [evenDraw('PERCENT', facts.percents, 1), tie]
    case 'COMPARATIVE':
      return hasEqualTotals(competition.value, facts.criteria, facts.unratedScore) ? [tie] : []
    default:
      return hasEqualFees(competition.value) ? [tie] : []
  }
}

const placesOf = ({ bidders }: EvaluationFacts): readonly number[] => bidders.map(({ place }) => place)

function drawOfOrder(facts: EvaluationFacts): DrawSpec {
  if (facts.mode !== 'CREDIT_SHORTLIST') return evenDraw('WINNER', placesOf(facts))
  const { drawn } = fieldOf(facts)
  const weights = drawn.map(({ tickets }) => tickets)
  return { label: 'WINNER', entries: drawn.map(({ bidder }) => bidder.place), weights, count: drawn.length }
}

const tooFewIn = ({ bidders, minimum }: EvaluationFacts): boolean => bidders.length < Math.max(1, minimum)

/** The result of the facts and the draws `drawsOf` asked for, or why the round fails. The same arguments always answer the same. */
export function evaluate(facts: EvaluationFacts, orders: DrawnOrders): Result<SelectionResult, BidderRefusal> {
  if (hasQuotes(facts.mode)) {
    const competition = competitionOf(facts)
    return competition.ok ? ok(evaluateQuotes(facts, competition.value, orders)) : competition
  }
  const { bidders, minimum, mode } = facts
  if (tooFewIn(facts)) return refuse({ code: 'TOO_FEW_BIDDERS', found: bidders.length, needed: Math.max(1, minimum) })
  return ok(mode === 'CREDIT_SHORTLIST' ? evaluateShortlist(facts, orders) : evaluateRandomDraw(facts, orders))
}

function evaluateQuotes(facts: EvaluationFacts, competition: Competition, orders: DrawnOrders): SelectionResult {
  if (facts.mode === 'AVERAGE_PRICE') return evaluateAveragePrice(competition, orders)
  if (facts.mode === 'COMPARATIVE') return evaluateComparative(competition, facts.criteria, facts.unratedScore, orders)
  return evaluateLowestQuote(competition, orders)
}
