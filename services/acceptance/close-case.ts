import { z } from 'zod'
import { caseTransitions } from '#domain/acceptance/case-state.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { excusedMaterials } from '../commitments/excused-materials.ts'
import { promisedSupplementOf, rulesOfCommitment } from '../commitments/promised-supplement.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { dropTasksOf } from '../verification/answer-task.ts'
import { caseStepInput, reasonText } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import type { LockedApprovalCase } from './lock-approval-case.ts'

export const closeOutcomes = ['DECIDED', 'REFUSED', 'WITHDRAWN', 'NOT_ACCEPTED'] as const
type CloseOutcome = (typeof closeOutcomes)[number]

export const closeCaseInput = caseStepInput.extend({ outcome: z.enum(closeOutcomes), reason: reasonText })

/**
 * Ends a case: approved, refused, withdrawn by the applicant before the decision, or not accepted, with its reason. What was promised
 * must be there before an approval; with any other end an open promise falls, and with an approval
 * one whose outstanding materials nobody may demand any more. Answers with the case's id.
 * @throws RefusedError SUPPLEMENT_OUTSTANDING, COMMITMENT_OVERDUE, STEP_FORBIDDEN
 */
export async function closeCase(context: UseCaseContext, input: z.input<typeof closeCaseInput>): Promise<string> {
  const parsed = parseInput(closeCaseInput, input)
  const command = { operation: 'closeCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { outcome, reason } = parsed
    const locked = await lockApprovalCase(unit, 'case.accept', parsed)
    const state = unwrap(moveTo(caseTransitions, locked.state, outcome))
    const open = await requireSettled(unit, locked, outcome)
    const { id } = locked
    await unit.tx.approvalCase.update({
      where: { id },
      data: { state, closedAt: unit.now, closeReason: reason, version: { increment: 1 } },
    })
    if (open.length > 0) {
      const data = { state: 'WITHDRAWN' as const, nextDueOn: null, isPublished: false, closedAt: unit.now, version: { increment: 1 } }
      await unit.tx.commitment.updateMany({ where: { id: { in: open } }, data })
      await dropTasksOf(unit, open)
    }
    await unit.audit({
      action: 'acceptance.closeCase',
      entity: 'ApprovalCase',
      entityId: id,
      before: { state: locked.state, version: locked.version },
      after: { state, reason, withdrawnCommitments: open },
      basis: locked.approvalItem.legalBasis,
    })
    await unit.outbox('acceptance.decided', 'ApprovalCase', id)
    return id
  })
}

/**
 * The promises that fall with this end, if none stands in the way. A missed day can't be escaped by withdrawing afterwards. What is still out
 * because its service was cancelled is demanded of nobody (rulebook R2): a promise of nothing else neither holds up an approval nor is broken.
 */
async function requireSettled({ tx, now }: UnitOfWork, { commitments }: LockedApprovalCase, outcome: CloseOutcome): Promise<string[]> {
  const pending = commitments.filter(({ state }) => state === 'PENDING')
  const promised = pending.filter(({ mode }) => mode === 'TOLERANT_ACCEPTANCE')
  const excused = await excusedMaterials(tx, promised, shanghaiDayOf(now))
  const lapsed: string[] = []
  for (const commitment of promised) {
    const { id, number } = commitment
    const assessed = assessSupplement(promisedSupplementOf(commitment), rulesOfCommitment(commitment), now)
    const isExcused = assessed.state !== 'FULFILLED' && assessed.outstanding.every(({ seq }) => excused.get(id)?.has(seq))
    if (isExcused) lapsed.push(id)
    else if (assessed.state === 'MISSED') throw new RefusedError({ code: 'COMMITMENT_OVERDUE', commitment: number })
    else if (outcome === 'DECIDED') throw new RefusedError({ code: 'SUPPLEMENT_OUTSTANDING', commitment: number })
  }
  // An approval leaves a handling commitment open: that one promises the truth.
  return outcome === 'DECIDED' ? lapsed : pending.map(({ id }) => id)
}
