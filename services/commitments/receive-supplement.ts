import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { commitmentStepInput, lockCommitment } from './lock-commitment.ts'
import { receiveItems } from './receive-items.ts'

export const receiveSupplementInput = commitmentStepInput.extend({ materials: z.array(z.number().int()).min(1, 'MATERIALS_REQUIRED') })

/**
 * Takes in promised materials 补正 at the window. The instant of receipt counts, not that of the examination (R1); with the last one the
 * promise is kept. Answers with the commitment's id.
 * @throws RefusedError COMMITMENT_OVERDUE once the due day has ended, COMMITMENT_CLOSED, NOT_A_SUPPLEMENT
 */
export async function receiveSupplement(context: UseCaseContext, input: z.input<typeof receiveSupplementInput>): Promise<string> {
  const parsed = parseInput(receiveSupplementInput, input)
  const command = { operation: 'receiveSupplement', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCommitment(unit, 'supplement.receive', parsed)
    await receiveItems(unit, locked, parsed.materials)
    return locked.id
  })
}
