import { z } from 'zod'
import { confirmHandling } from '../commitments/confirm-handling.ts'
import { lockCommitment } from '../commitments/lock-commitment.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, NotFoundError } from '../kernel/use-case-error.ts'
import { answerTask } from './answer-task.ts'
import { visibleVerification } from './visible-verification.ts'

export const recordVerificationInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** Of the task. */
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  /** How it was checked: what was compared with what. */
  method: z.string().trim().min(1).max(500),
  findings: z.string().trim().min(1).max(4000),
})

/**
 * Records that a promise was verified and is true. What was handled on it is settled with that, and its publicity ends; a doubt goes by
 * `proposeUntrue` instead. Answers with the task's id.
 * @throws RefusedError STEP_FORBIDDEN · ForbiddenError · NotFoundError · ConcurrentChangeError
 */
export async function recordVerification(context: UseCaseContext, input: z.input<typeof recordVerificationInput>): Promise<string> {
  const parsed = parseInput(recordVerificationInput, input)
  const command = { operation: 'recordVerification', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, viewer } = unit
    const { number, version, method, findings } = parsed
    const where = { AND: [{ number }, visibleVerification(viewer)] }
    const found = await tx.verificationTask.findFirst({ where, select: { commitment: { select: { number: true, version: true } } } })
    if (!found) throw new NotFoundError('VerificationTask')
    // The promise's row first, as every step on it has it; then the task as it stands under that lock.
    const commitment = await lockCommitment(unit, 'verification.record', found.commitment)
    const task = await tx.verificationTask.findUniqueOrThrow({ where: { commitmentId: commitment.id } })
    if (task.version !== version) throw new ConcurrentChangeError('VerificationTask')
    await answerTask(unit, task, 'TRUE', { method, findings })
    if (commitment.mode === 'TOLERANT_HANDLING' && commitment.state === 'PENDING') await confirmHandling(unit, commitment, findings)
    return task.id
  })
}
