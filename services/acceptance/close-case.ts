import { z } from 'zod'
import { caseTransitions } from '#domain/acceptance/case-state.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { promisedSupplementOf, rulesOfCommitment } from '../commitments/promised-supplement.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { caseStepInput, reasonText } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import type { LockedApprovalCase } from './lock-approval-case.ts'

export const closeOutcomes = ['DECIDED', 'REFUSED', 'WITHDRAWN', 'NOT_ACCEPTED'] as const

export const closeCaseInput = caseStepInput.extend({ outcome: z.enum(closeOutcomes), reason: reasonText })

/**
 * Ends a case: approved, refused, withdrawn by the applicant before the decision, or not accepted, with its reason. What was promised
 * must be there before an approval; with any other end an open promise falls. Answers with the case's id.
 * @throws RefusedError SUPPLEMENT_OUTSTANDING, COMMITMENT_OVERDUE, STEP_FORBIDDEN
 */
export async function closeCase(context: UseCaseContext, input: z.input<typeof closeCaseInput>): Promise<string> {
  const parsed = parseInput(closeCaseInput, input)
  const command = { operation: 'closeCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { outcome, reason } = parsed
    const locked = await lockApprovalCase(unit, 'case.accept', parsed)
    const state = unwrap(moveTo(caseTransitions, locked.state, outcome))
    const open = requireSettled(locked, outcome, unit.now)
    const { id } = locked
    await unit.tx.approvalCase.update({
      where: { id },
      data: { state, closedAt: unit.now, closeReason: reason, version: { increment: 1 } },
    })
    if (outcome !== 'DECIDED') {
      const data = { state: 'WITHDRAWN' as const, closedAt: unit.now, version: { increment: 1 } }
      await unit.tx.commitment.updateMany({ where: { id: { in: open } }, data })
    }
    await unit.audit({
      action: 'acceptance.closeCase',
      entity: 'ApprovalCase',
      entityId: id,
      before: { state: locked.state, version: locked.version },
      after: { state, reason, withdrawnCommitments: outcome === 'DECIDED' ? [] : open },
      basis: locked.approvalItem.legalBasis,
    })
    await unit.outbox('acceptance.decided', 'ApprovalCase', id)
    return id
  })
}

/** The commitments that are still open, if they don't stand in the way. A missed day can't be escaped by withdrawing afterwards. */
function requireSettled({ commitments }: LockedApprovalCase, outcome: (typeof closeOutcomes)[number], now: Date): string[] {
  const pending = commitments.filter(({ state }) => state === 'PENDING')
  for (const commitment of pending.filter(({ mode }) => mode === 'TOLERANT_ACCEPTANCE')) {
    const { number } = commitment
    const { state } = assessSupplement(promisedSupplementOf(commitment), rulesOfCommitment(commitment), now)
    if (state === 'MISSED') throw new RefusedError({ code: 'COMMITMENT_OVERDUE', commitment: number })
    if (outcome === 'DECIDED') throw new RefusedError({ code: 'SUPPLEMENT_OUTSTANDING', commitment: number })
  }
  return pending.map(({ id }) => id)
}
