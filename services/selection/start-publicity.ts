import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import { publicityUntil } from '#domain/selection/publicity.ts'
import { firstStanding, outcomesOf } from '#domain/selection/ranking.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { asJson } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { bidderName } from './bidder-name.ts'
import { failSelection } from './fail-selection.ts'
import { lockSelection, selectionContext } from './lock-selection.ts'
import { loadBidders, saveOutcomes } from './save-outcomes.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/**
 * Makes a result public for its working days (rulebook R3), with the first of the order who still stands as the proposed winner; also for
 * the next of the order, whose days are counted anew. Without anyone left the round fails. The caller holds the selection's row.
 */
export async function startPublicity(unit: UnitOfWork, selectionId: string, result: SelectionResult): Promise<void> {
  const row = await lockSelection(unit, { id: selectionId })
  const bidders = await loadBidders(unit.tx, selectionId)
  const winner = firstStanding(result, bidders)
  if (!winner) {
    await failSelection(unit, selectionId, { code: 'NO_ELIGIBLE_BIDDER' })
    return
  }
  const rules = await selectionContext(unit, row)
  const untilOn = unwrap(publicityUntil(rules))
  await saveOutcomes(unit.tx, outcomesOf(result, bidders, winner.signUpId, false))
  await saveSelectionStep(unit, row, {
    // A new publicity within a publicity (the next of the order) leaves the state as it is.
    ...(row.state !== 'PUBLICITY' && { to: 'PUBLICITY' }),
    kind: 'PUBLICITY_STARTED',
    facts: { winner: await bidderName(unit.tx, winner.signUpId), place: winner.place, untilOn },
    action: 'selections.startPublicity',
    basis: citeBasis(rules.ruleSet.parameters.publicityWorkingDays.basis),
    topic: 'selections.resultPublished',
    data: {
      result: asJson(result) ?? {},
      resultAt: unit.now,
      winnerId: winner.signUpId,
      publicityUntilOn: toDbDay(untilOn),
      publicityPausedAt: null,
    },
  })
}
