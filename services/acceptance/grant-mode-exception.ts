import { z } from 'zod'
import { acceptanceModes } from '#domain/acceptance/acceptance-request.ts'
import { decideException } from '#domain/acceptance/mode-exception.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput, reasonText } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import { modesOf } from './modes-of.ts'

export const grantModeExceptionInput = caseStepInput.extend({
  mode: z.enum(acceptanceModes),
  /** The one reason that is set aside. */
  refusalCode: z.string().min(1).max(60),
  reasons: reasonText,
})

/**
 * 例外准用: a manager of the agency, never the officer of the case, sets one reason against a mode aside, in writing. Only where the rules in
 * force provide for it, and never a bar or a list entry: the credit gate is opened by nobody. Answers with the case's id.
 * @throws RefusedError EXCEPTION_NOT_PROVIDED, EXCEPTION_NOT_NEEDED, CASE_NOT_OPEN
 */
export async function grantModeException(context: UseCaseContext, input: z.input<typeof grantModeExceptionInput>): Promise<string> {
  const parsed = parseInput(grantModeExceptionInput, input)
  const command = { operation: 'grantModeException', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockApprovalCase(unit, 'case.except', parsed)
    const grantedById = unit.viewer.userId
    if (grantedById === null) throw new ForbiddenError('case.except', false)
    const { id, state, approvalItem: item, materials, applicantId: subjectId } = locked
    if (state !== 'FILED' && state !== 'CORRECTION_REQUESTED') throw new RefusedError({ code: 'CASE_NOT_OPEN', state })
    const rules = unwrap(toleranceRuleSetOn(shanghaiDayOf(unit.now)))
    const { reasons } = parsed
    const { mode, refusalCode } = unwrap(decideException(parsed, await modesOf(unit.tx, { item, materials, subjectId }, unit.now), rules))
    const basis = citeBasis(rules.parameters.modeExceptions.basis)
    await unit.tx.modeException.createMany({
      data: [{ caseId: id, mode, refusalCode, reasons, basis, grantedById, grantedAt: unit.now }],
      skipDuplicates: true,
    })
    await unit.tx.approvalCase.update({ where: { id }, data: { version: { increment: 1 } } })
    const facts = { mode, refusalCode, reasons, basis }
    await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: 'EXCEPTION_GRANTED', audience: 'PARTIES', facts })
    await unit.audit({ action: 'acceptance.grantModeException', entity: 'ApprovalCase', entityId: id, after: facts, basis })
    return id
  })
}
