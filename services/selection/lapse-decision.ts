import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { failSelection } from './fail-selection.ts'
import { lockFreeSelection, selectionContext } from './lock-selection.ts'

/**
 * Ends a round whose owner neither scored the plans nor picked from the shortlist in its days: bidders are not kept waiting, and a result that
 * does not please is not sat out. Idempotent; called by the sweep.
 */
export async function lapseDecision(context: UseCaseContext, selectionId: string): Promise<void> {
  await runInTransaction(context, async (unit) => {
    const row = await lockFreeSelection(unit, selectionId)
    const since = row && (await awaitedSince(unit, row))
    if (!row || !since) return
    const { calendar, ruleSet } = await selectionContext(unit, row)
    const workingDays = ruleSet.parameters.decisionWorkingDays.value
    const dueOn = unwrap(addWorkingDays(shanghaiDayOf(since), workingDays, calendar))
    if (dueOn < shanghaiDayOf(unit.now)) await failSelection(unit, row.id, { code: 'OWNER_DID_NOT_DECIDE', workingDays, dueOn })
  })
}

/** Since when the round waits for its owner; null where it waits for something else. */
async function awaitedSince({ tx }: UnitOfWork, { id, mode, state, openedAt }: Selection): Promise<Date | null> {
  if (mode === 'COMPARATIVE' && state === 'OPENED') return openedAt
  if (mode !== 'CREDIT_SHORTLIST' || state !== 'DRAWN') return null
  const draw = await tx.draw.findUnique({ where: { selectionId: id }, select: { drawnAt: true } })
  return draw?.drawnAt ?? null
}
