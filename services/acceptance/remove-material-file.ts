import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { caseStepInput } from './case-input.ts'
import { lockDraft } from './lock-draft.ts'

export const removeMaterialFileInput = caseStepInput.extend({ fileKey: z.uuid() })

/** Takes a file out of the applicant's draft again; what was filed stays. Answers with the case's id. @throws RefusedError DRAFT_FILED */
export async function removeMaterialFile(context: UseCaseContext, input: z.input<typeof removeMaterialFileInput>): Promise<string> {
  const parsed = parseInput(removeMaterialFileInput, input)
  const command = { operation: 'removeMaterialFile', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { id } = await lockDraft(unit, 'case.draft', parsed)
    const { count } = await unit.tx.caseMaterialFile.deleteMany({ where: { caseId: id, fileId: parsed.fileKey } })
    if (count === 0) throw new NotFoundError('StoredFile')
    await unit.tx.approvalCase.update({ where: { id }, data: { version: { increment: 1 } } })
    return id
  })
}
