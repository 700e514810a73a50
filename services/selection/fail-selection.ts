import type { BidderRefusal } from '#domain/selection/evaluation-result.ts'
import { endedOutcomes } from '#domain/selection/ranking.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { lockSelection } from './lock-selection.ts'
import { loadBidders, saveOutcomes } from './save-outcomes.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/** Ends a round without a result 流标 and tells every bidder why. The caller holds the selection's row. */
export async function failSelection(unit: UnitOfWork, selectionId: string, refusal: BidderRefusal): Promise<void> {
  const row = await lockSelection(unit, { id: selectionId })
  const bidders = await loadBidders(unit.tx, selectionId)
  await saveOutcomes(unit.tx, endedOutcomes(bidders, { code: 'ROUND_FAILED', refusal }))
  await saveSelectionStep(unit, row, {
    to: 'FAILED',
    kind: 'FAILED',
    facts: { refusal },
    action: 'selections.fail',
    topic: 'selections.failed',
    // The proposed winner keeps nothing of a round that failed.
    data: { failure: asJson(refusal) ?? {}, endedAt: unit.now, winnerId: null, publicityPausedAt: null },
  })
}
