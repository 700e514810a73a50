import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { creditField } from './credit-shortlist.ts'
import type { CreditField } from './credit-shortlist.ts'
import type { DrawnOrders } from './draw-labels.ts'
import type { EvaluatedBidder, EvaluationFacts } from './evaluation-facts.ts'
import type { SelectionResult } from './evaluation-result.ts'

/** Bidders in the order drawn. */
function inDrawnOrder(bidders: readonly EvaluatedBidder[], order: readonly number[] = []): EvaluatedBidder[] {
  const byPlace = new Map(bidders.map((bidder) => [bidder.place, bidder]))
  return order.flatMap((place) => byPlace.get(place) ?? [])
}

/** 随机抽取 (rulebook R3): the whole pool in the order drawn, so that the next is known should the first fall out. */
export function evaluateRandomDraw({ bidders }: EvaluationFacts, orders: DrawnOrders): SelectionResult {
  const drawn = inDrawnOrder(bidders, orders.WINNER)
  return { ranking: drawn.map(({ signUpId }, index) => ({ signUpId, place: index + 1, figures: { drawn: index + 1 } })), excluded: [] }
}

/** Those a shortlist is drawn from, by credit. */
export const fieldOf = ({ bidders, creditTailShare, unratedScore }: EvaluationFacts): CreditField<EvaluatedBidder> =>
  creditField(bidders, { tailShare: creditTailShare, unratedScore })

/**
 * 信用择优 (rulebook R3): the shortlist in the order drawn, without a ranking: the owner picks (`pickFromShortlist`). The others are told
 * whether the tail was cut before them or the lot fell on others.
 */
export function evaluateShortlist(facts: EvaluationFacts, orders: DrawnOrders): SelectionResult {
  const { cut } = fieldOf(facts)
  const drawn = inDrawnOrder(facts.bidders, orders.WINNER)
  const of = facts.bidders.length
  return {
    ranking: [],
    shortlist: drawn.slice(0, facts.shortlistSize).map(({ signUpId }) => signUpId),
    excluded: [
      ...cut.map(({ bidder: { signUpId }, rank }) => ({ signUpId, refusal: { code: 'CREDIT_TAIL_CUT', rank, of } })),
      ...drawn.flatMap(({ signUpId }, index) =>
        index < facts.shortlistSize ? [] : [{ signUpId, refusal: { code: 'NOT_DRAWN', drawn: index + 1, size: facts.shortlistSize } }],
      ),
    ],
  }
}

export type PickRefusal = { readonly code: 'NOT_ON_SHORTLIST' } | { readonly code: 'REASONS_REQUIRED' }

/** The owner's pick becomes the first of the order; the rest of the shortlist follows as drawn, should the first fall out. */
export function pickFromShortlist(result: SelectionResult, signUpId: string, reasons: string): Result<SelectionResult, PickRefusal> {
  const { shortlist = [] } = result
  if (!shortlist.includes(signUpId)) return refuse({ code: 'NOT_ON_SHORTLIST' })
  if (reasons.trim().length < 5) return refuse({ code: 'REASONS_REQUIRED' })
  const order = [signUpId, ...shortlist.filter((other) => other !== signUpId)]
  return ok({
    ...result,
    ranking: order.map((one, index) => ({ signUpId: one, place: index + 1, figures: { drawn: shortlist.indexOf(one) + 1 } })),
  })
}
