import { z } from 'zod'
import { endedOutcomes } from '#domain/selection/ranking.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { selectionStepInput } from './draft-input.ts'
import { lockSelectionFor } from './lock-selection.ts'
import { loadBidders, saveOutcomes } from './save-outcomes.ts'
import { saveSelectionStep } from './save-selection-step.ts'

export const cancelSelectionInput = selectionStepInput.extend({ reasons: z.string().trim().min(1).max(2000) })

/**
 * Ends a selection 终止 by its owner, with reasons that everyone may read: before anything was opened or drawn, so that nobody ends what came
 * out otherwise than hoped.
 * @returns the selection's id
 * @throws RefusedError STEP_FORBIDDEN from the opening or the draw on · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function cancelSelection(context: UseCaseContext, input: z.input<typeof cancelSelectionInput>): Promise<string> {
  const parsed = parseInput(cancelSelectionInput, input)
  const { clientMutationId, reasons } = parsed
  return runUseCase(context, { operation: 'cancelSelection', clientMutationId, input: parsed }, async (unit) => {
    const row = await lockSelectionFor(unit, 'selection.manage', parsed)
    const bidders = await loadBidders(unit.tx, row.id)
    await saveOutcomes(unit.tx, endedOutcomes(bidders, { code: 'ROUND_CANCELLED', reasons }))
    await saveSelectionStep(unit, row, {
      to: 'CANCELLED',
      kind: 'CANCELLED',
      facts: { reasons },
      isPublic: row.announcedAt !== null,
      action: 'selections.cancel',
      ...(row.announcedAt !== null && { topic: 'selections.cancelled' }),
      data: { cancelReasons: reasons, endedAt: unit.now },
    })
    return row.id
  })
}
