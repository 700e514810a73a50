import { z } from 'zod'
import { caseTransitions } from '#domain/acceptance/case-state.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import { settlePromises } from './settle-promises.ts'

export const withdrawCaseInput = caseStepInput.extend({ reason: z.string().trim().max(2000).nullish() })

/**
 * The applicant takes an application back, any time before the decision and for no reason that had to be given; open promises fall with it,
 * but no missed day is escaped (rulebook R1). Answers with the case's id.
 * @throws RefusedError STEP_FORBIDDEN, COMMITMENT_OVERDUE
 */
export async function withdrawCase(context: UseCaseContext, input: z.input<typeof withdrawCaseInput>): Promise<string> {
  const parsed = parseInput(withdrawCaseInput, input)
  const command = { operation: 'withdrawCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockApprovalCase(unit, 'case.withdraw', parsed)
    const state = unwrap(moveTo(caseTransitions, locked.state, 'WITHDRAWN'))
    const withdrawnCommitments = await settlePromises(unit, locked, { isApproval: false })
    const { id } = locked
    const closeReason = parsed.reason || null
    await unit.tx.approvalCase.update({ where: { id }, data: { state, closedAt: unit.now, closeReason, version: { increment: 1 } } })
    await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: 'CASE_WITHDRAWN', audience: 'PARTIES' })
    await unit.audit({
      action: 'acceptance.withdrawCase',
      entity: 'ApprovalCase',
      entityId: id,
      before: { state: locked.state, version: locked.version },
      after: { state, reason: closeReason, withdrawnCommitments },
    })
    await unit.outbox('acceptance.withdrawn', 'ApprovalCase', id)
    return id
  })
}
