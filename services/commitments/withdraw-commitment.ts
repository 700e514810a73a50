import type { z } from 'zod'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { decideWithdrawal } from '#domain/commitments/withdrawal.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordSteps } from '../procedures/record-step.ts'
import { dropTasksOf } from '../verification/answer-task.ts'
import { commitmentStepInput, lockCommitment, reasonText } from './lock-commitment.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'

export const withdrawCommitmentInput = commitmentStepInput.extend({ reason: reasonText })

/**
 * The applicant takes the commitment back before the decision (R1); the application falls with it. No breach is recorded. Answers with the
 * commitment's id.
 * @throws RefusedError COMMITMENT_CLOSED, DECISION_TAKEN, COMMITMENT_OVERDUE
 */
export async function withdrawCommitment(context: UseCaseContext, input: z.input<typeof withdrawCommitmentInput>): Promise<string> {
  const parsed = parseInput(withdrawCommitmentInput, input)
  const command = { operation: 'withdrawCommitment', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const locked = await lockCommitment(unit, 'commitment.withdraw', parsed)
    const { id, caseId, number, state } = locked
    const [held] = await tx.$queryRaw<{ state: typeof locked.case.state }[]>`
      SELECT "state"::text AS "state" FROM "ApprovalCase" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`
    const isSupplement = locked.mode === 'TOLERANT_ACCEPTANCE'
    const assessed = isSupplement ? assessSupplement(promisedSupplementOf(locked), rulesOfCommitment(locked), now) : null
    unwrap(decideWithdrawal({ state, caseState: held?.state ?? locked.case.state }, assessed))
    const closed = { closedAt: now, version: { increment: 1 } }
    await tx.commitment.update({ where: { id }, data: { state: 'WITHDRAWN', nextDueOn: null, isPublished: false, ...closed } })
    await tx.approvalCase.update({ where: { id: caseId }, data: { state: 'WITHDRAWN', closeReason: parsed.reason, ...closed } })
    await dropTasksOf(unit, [id])
    await unit.audit({
      action: 'commitments.withdraw',
      entity: 'Commitment',
      entityId: id,
      before: { state, caseState: held?.state },
      after: { state: 'WITHDRAWN', caseState: 'WITHDRAWN', number },
      basis: parsed.reason,
    })
    await recordSteps(unit, [
      { procedure: 'COMMITMENT', entityId: id, kind: 'COMMITMENT_WITHDRAWN', audience: 'PARTIES', facts: { reason: parsed.reason } },
      { procedure: 'APPROVAL_CASE', entityId: caseId, kind: 'CASE_WITHDRAWN', audience: 'PARTIES', facts: { reason: parsed.reason } },
    ])
    await unit.outbox('commitments.withdrawn', 'Commitment', id)
    return id
  })
}
