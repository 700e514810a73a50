import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { caseStepInput, projectCodeInput } from './case-input.ts'
import { lockDraft } from './lock-draft.ts'
import { requireAgency } from './start-draft.ts'

export const saveDraftInput = caseStepInput.extend({
  organisationId: z.uuid(),
  /** May be left empty until it is filed. */
  projectName: z.string().trim().max(200).default(''),
  projectCode: projectCodeInput,
  /** Materials that will be handed in on paper, by their place in the item's list. */
  onPaper: z.array(z.number().int().min(1)).max(200).default([]),
})

/** Keeps what the applicant has filled in so far. Answers with the case's id. @throws RefusedError DRAFT_FILED · ValidationError */
export async function saveDraft(context: UseCaseContext, input: z.input<typeof saveDraftInput>): Promise<string> {
  const parsed = parseInput(saveDraftInput, input)
  const command = { operation: 'saveDraft', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { id, materials } = await lockDraft(unit, 'case.draft', parsed)
    const { organisationId, projectName, projectCode, onPaper } = parsed
    await requireAgency(unit, organisationId)
    for (const { materialId, material } of materials) {
      const presence = onPaper.includes(material.seq) ? 'PRESENT' : 'MISSING'
      await unit.tx.caseMaterial.update({ where: { caseId_materialId: { caseId: id, materialId } }, data: { presence } })
    }
    await unit.tx.approvalCase.update({
      where: { id },
      data: { agencyId: organisationId, projectName, projectCode: projectCode ?? null, version: { increment: 1 } },
    })
    return id
  })
}
