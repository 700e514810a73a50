import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput } from './case-input.ts'
import { lockDraft } from './lock-draft.ts'

/**
 * Throws the applicant's own draft away: nobody else ever saw it, so nothing of it is kept; its files are swept like any that are put to no
 * use. Answers with the number of what is gone. @throws RefusedError DRAFT_FILED
 */
export async function discardDraft(context: UseCaseContext, input: z.input<typeof caseStepInput>): Promise<string> {
  const parsed = parseInput(caseStepInput, input)
  const command = { operation: 'discardDraft', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { id, number } = await lockDraft(unit, 'case.draft', parsed)
    await unit.tx.caseMaterialFile.deleteMany({ where: { caseId: id } })
    await unit.tx.caseMaterial.deleteMany({ where: { caseId: id } })
    await unit.tx.approvalCase.delete({ where: { id } })
    await unit.audit({ action: 'acceptance.discardDraft', entity: 'ApprovalCase', entityId: id, before: { number } })
    return number
  })
}
