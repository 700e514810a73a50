import type { z } from 'zod'
import type { Tx } from '#prisma/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { commitmentStepInput, lockCommitment } from './lock-commitment.ts'

const CONFIRMED = 'SIGNATURE_CONFIRMED'

/** Whether the applicant has said in the own account that the typed signature is theirs. */
export async function isSignatureConfirmed(tx: Tx, commitmentId: string): Promise<boolean> {
  const event = await tx.procedureEvent.findFirst({ where: { procedure: 'COMMITMENT', entityId: commitmentId, kind: CONFIRMED } })
  return event !== null
}

/**
 * The applicant confirms in the own account that the letter was signed for them: what was typed before an officer is theirs by their own word.
 * The promise holds without it; the confirmation is evidence. Answers with the commitment's id.
 * @throws RefusedError SIGNATURE_CONFIRMED the second time, SIGNED_ON_PAPER
 */
export async function confirmSignature(context: UseCaseContext, input: z.input<typeof commitmentStepInput>): Promise<string> {
  const parsed = parseInput(commitmentStepInput, input)
  const command = { operation: 'confirmSignature', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { id, signatureMethod, signerName } = await lockCommitment(unit, 'commitment.confirmSignature', parsed)
    if (signatureMethod !== 'TYPED') throw new RefusedError({ code: 'SIGNED_ON_PAPER' })
    if (await isSignatureConfirmed(unit.tx, id)) throw new RefusedError({ code: CONFIRMED })
    await unit.audit({ action: 'commitments.confirmSignature', entity: 'Commitment', entityId: id, after: { signerName } })
    await recordStep(unit, { procedure: 'COMMITMENT', entityId: id, kind: CONFIRMED, audience: 'PARTIES', facts: { signerName } })
    return id
  })
}
