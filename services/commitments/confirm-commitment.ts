import type { z } from 'zod'
import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
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
    const { id, mode, state } = locked
    if (mode !== 'TOLERANT_HANDLING') throw new RefusedError({ code: 'NOT_A_HANDLING' })
    const to = unwrap(moveTo(commitmentTransitions, state, 'FULFILLED'))
    const data = { state: to, closedAt: unit.now, isPublished: false, version: { increment: 1 } }
    await unit.tx.commitment.update({ where: { id }, data })
    await unit.audit({
      action: 'commitments.confirm',
      entity: 'Commitment',
      entityId: id,
      before: { state },
      after: { state: to },
      basis: parsed.reason,
    })
    await unit.outbox('commitments.fulfilled', 'Commitment', id)
    return id
  })
}
