import { z } from 'zod'
import { pickFromShortlist as pickFrom } from '#domain/selection/evaluate-drawn.ts'
import type { SelectionResult } from '#domain/selection/evaluation-result.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { bidderName } from './bidder-name.ts'
import { pickDueAt } from './lapse-pick.ts'
import { lockSelectionFor } from './lock-selection.ts'
import { saveSelectionStep } from './save-selection-step.ts'
import { startPublicity } from './start-publicity.ts'

export const pickFromShortlistInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.int(),
  signUpId: z.uuid(),
  reasons: z.string().trim().max(2000),
})

/**
 * The owner picks one of the shortlist that was drawn by credit 信用择优, with reasons that everyone reads; the result goes to publicity.
 * @returns the selection's id
 * @throws RefusedError NOTHING_TO_PICK, NOT_ON_SHORTLIST, REASONS_REQUIRED, BIDDER_OUT · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function pickFromShortlist(context: UseCaseContext, input: z.input<typeof pickFromShortlistInput>): Promise<string> {
  const parsed = parseInput(pickFromShortlistInput, input)
  const command = { operation: 'pickFromShortlist', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockSelectionFor(unit, 'selection.manage', parsed)
    const dueAt = await pickDueAt(unit, row)
    if (dueAt === null || unit.now >= dueAt) throw new RefusedError({ code: 'NOTHING_TO_PICK' })
    // Written by the draw in this very form.
    const picked = unwrap(pickFrom(row.result as unknown as SelectionResult, parsed.signUpId, parsed.reasons))
    const { state } = await unit.tx.signUp.findUniqueOrThrow({ where: { id: parsed.signUpId }, select: { state: true } })
    if (state !== 'ACTIVE') throw new RefusedError({ code: 'BIDDER_OUT' })
    await saveSelectionStep(unit, row, {
      ...{ kind: 'SHORTLIST_PICKED', action: 'selections.pick' },
      facts: { name: await bidderName(unit.tx, parsed.signUpId), reasons: parsed.reasons },
    })
    await startPublicity(unit, row.id, picked)
    return row.id
  })
}
