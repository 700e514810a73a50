import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { selectionDraftFields, selectionStepInput } from './draft-input.ts'
import { checkedColumns } from './draft-selection.ts'
import { lockSelectionFor } from './lock-selection.ts'

export const reviseSelectionInput = selectionStepInput.extend(selectionDraftFields.shape)

/**
 * Changes a draft. What was announced is never changed: whoever signed up relied on it.
 * @returns the selection's id
 * @throws RefusedError ALREADY_ANNOUNCED and whatever a draft is refused for · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function reviseSelection(context: UseCaseContext, input: z.input<typeof reviseSelectionInput>): Promise<string> {
  const parsed = parseInput(reviseSelectionInput, input)
  const { clientMutationId, number, version, ...fields } = parsed
  return runUseCase(context, { operation: 'reviseSelection', clientMutationId, input: parsed }, async (unit) => {
    const row = await lockSelectionFor(unit, 'selection.manage', { number, version })
    if (row.state !== 'DRAFT') throw new RefusedError({ code: 'ALREADY_ANNOUNCED', state: row.state })
    const columns = await checkedColumns(unit, fields)
    await unit.tx.selection.update({ where: { id: row.id }, data: { ...columns, version: { increment: 1 } } })
    await unit.audit({ action: 'selections.revise', entity: 'Selection', entityId: row.id, after: { number, ...fields } })
    return row.id
  })
}
