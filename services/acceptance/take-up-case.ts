import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput } from './case-input.ts'
import { demandOfficer } from './case-officer.ts'
import { lockApprovalCase } from './lock-approval-case.ts'

/**
 * Takes up a case that came online: from now on this officer answers for it. Of two who press at once, the second is told. Answers with the
 * case's id.
 * @throws RefusedError CASE_TAKEN_UP
 */
export async function takeUpCase(context: UseCaseContext, input: z.input<typeof caseStepInput>): Promise<string> {
  const parsed = parseInput(caseStepInput, input)
  const command = { operation: 'takeUpCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { id, officerId: earlier } = await lockApprovalCase(unit, 'case.accept', parsed)
    const { officerId } = demandOfficer(context, 'case.accept')
    if (earlier !== null) throw new RefusedError({ code: 'CASE_TAKEN_UP' })
    await unit.tx.approvalCase.update({ where: { id }, data: { officerId, version: { increment: 1 } } })
    await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: 'TAKEN_UP', audience: 'PARTIES' })
    await unit.audit({ action: 'acceptance.takeUpCase', entity: 'ApprovalCase', entityId: id, after: { officerId } })
    await unit.outbox('acceptance.takenUp', 'ApprovalCase', id)
    return id
  })
}
