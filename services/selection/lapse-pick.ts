import { endOfWorkingDays } from '#domain/selection/readiness.ts'
import type { Selection } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { failSelection } from './fail-selection.ts'
import { selectionContext } from './lock-selection.ts'

/** Until when the owner picks from a shortlist that was drawn; null where nothing is waited for. */
export async function pickDueAt(
  unit: Pick<UnitOfWork, 'tx' | 'now'>,
  selection: Pick<Selection, 'state' | 'mode' | 'resultAt' | 'ruleSetVersion'>,
): Promise<Date | null> {
  if (selection.state !== 'DRAWN' || selection.mode !== 'CREDIT_SHORTLIST' || selection.resultAt === null) return null
  const context = await selectionContext(unit, selection)
  return unwrap(endOfWorkingDays(selection.resultAt, context.ruleSet.parameters.decisionWorkingDays.value, context))
}

/** Ends a round whose owner let the time for the pick pass (rule ZZ-S1.10). */
export async function lapsePick(unit: UnitOfWork, selection: Selection): Promise<void> {
  const until = await pickDueAt(unit, selection)
  if (until && unit.now >= until) await failSelection(unit, selection.id, { code: 'NOT_PICKED_IN_TIME' })
}
