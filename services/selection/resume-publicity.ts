import { resumedUntil } from '#domain/selection/publicity.ts'
import type { Selection } from '#prisma/generated/client.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { selectionContext } from './lock-selection.ts'
import { resultOf } from './save-outcomes.ts'
import { saveSelectionStep } from './save-selection-step.ts'
import { startPublicity } from './start-publicity.ts'

/**
 * Goes on with the publicity once no objection is open any more: with the working days that were left, or from its beginning where another
 * bidder was proposed meanwhile. Does nothing while one is open. The caller holds the row.
 */
export async function resumePublicity(unit: UnitOfWork, row: Selection): Promise<void> {
  if (row.state !== 'DISPUTED') return
  const open = await unit.tx.selectionObjection.count({ where: { selectionId: row.id, state: 'OPEN' } })
  if (open > 0) return
  const { publicityPausedAt, publicityUntilOn, resultAt } = row
  if (!publicityPausedAt || !publicityUntilOn || !resultAt) throw new Error(`a disputed selection without publicity: ${row.number}`)
  if (resultAt > publicityPausedAt) {
    await startPublicity(unit, row.id, resultOf(row.result))
    return
  }
  const rules = await selectionContext(unit, row)
  const untilOn = unwrap(resumedUntil(publicityPausedAt, fromDbDay(publicityUntilOn), rules))
  await saveSelectionStep(unit, row, {
    to: 'PUBLICITY',
    kind: 'PUBLICITY_RESUMED',
    facts: { untilOn },
    action: 'selections.resumePublicity',
    topic: 'selections.publicityResumed',
    data: { publicityUntilOn: toDbDay(untilOn), publicityPausedAt: null },
  })
}
