import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { confirmTaskOf } from '../verification/answer-task.ts'
import { confirmHandling } from './confirm-handling.ts'
import { commitmentStepInput, lockCommitment, reasonText } from './lock-commitment.ts'

export const confirmCommitmentInput = commitmentStepInput.extend({ reason: reasonText })

/**
 * Closes the verification afterwards of what was handled on a promise 容缺办理 (R1.3): it was true. Its publicity ends. Answers with
 * the commitment's id.
 * @throws RefusedError NOT_A_HANDLING, STEP_FORBIDDEN
 */
export async function confirmCommitment(context: UseCaseContext, input: z.input<typeof confirmCommitmentInput>): Promise<string> {
  const parsed = parseInput(confirmCommitmentInput, input)
  const command = { operation: 'confirmCommitment', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCommitment(unit, 'supplement.receive', parsed)
    await confirmHandling(unit, locked, parsed.reason)
    await confirmTaskOf(unit, locked.id, { method: '事后核查', findings: parsed.reason })
    return locked.id
  })
}
