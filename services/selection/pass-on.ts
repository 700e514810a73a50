import { firstStanding, outcomesOf } from '#domain/selection/ranking.ts'
import type { Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { bidderName } from './bidder-name.ts'
import { failSelection } from './fail-selection.ts'
import { loadBidders, resultOf, saveOutcomes } from './save-outcomes.ts'
import { saveSelectionStep } from './save-selection-step.ts'
import { startPublicity } from './start-publicity.ts'

/**
 * The proposed winner is out: the next of the order who still stands takes the place, with a publicity of its own; without one the round
 * fails. While objections are open the new publicity waits for their answers. The caller holds the row, of which the winner is no longer
 * ACTIVE.
 */
export async function passOn(unit: UnitOfWork, row: Selection): Promise<void> {
  const result = resultOf(row.result)
  const bidders = await loadBidders(unit.tx, row.id)
  const next = firstStanding(result, bidders)
  if (!next) {
    await failSelection(unit, row.id, { code: 'NO_ELIGIBLE_BIDDER' })
    return
  }
  if (row.state === 'DISPUTED') await saveOutcomes(unit.tx, outcomesOf(result, bidders, next.signUpId, false))
  const winner = await bidderName(unit.tx, next.signUpId)
  await saveSelectionStep(unit, row, {
    kind: 'NEXT_IN_RANKING',
    facts: { winner, place: next.place },
    action: 'selections.passOn',
    // A result later than the pause: whoever resumes starts the whole publicity anew.
    data: { winnerId: next.signUpId, resultAt: unit.now },
  })
  if (row.state === 'PUBLICITY') await startPublicity(unit, row.id, result)
}
