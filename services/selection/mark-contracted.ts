import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { lockSelection } from './lock-selection.ts'
import { saveSelectionStep } from './save-selection-step.ts'

/** The contract of an awarded selection came into force; later changes of it, and engagements chosen directly, change nothing here. */
export async function markContracted(unit: UnitOfWork, engagementId: string): Promise<void> {
  const found = await unit.tx.selection.findUnique({ where: { engagementId }, select: { id: true } })
  if (!found) return
  const row = await lockSelection(unit, { id: found.id })
  if (row.state !== 'AWARDED') return
  await saveSelectionStep(unit, row, {
    to: 'CONTRACTED',
    kind: 'CONTRACTED',
    action: 'selections.contract',
    topic: 'selections.contracted',
    data: { endedAt: unit.now },
  })
}
