import type { z } from 'zod'
import { checkAfterNotice } from '#domain/acceptance/correction-scope.ts'
import type { ModeDecision } from '#domain/acceptance/mode-decision.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput, foundMaterials } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import { saveMaterials } from './save-materials.ts'

export const recordMaterialsInput = caseStepInput.extend({ materials: foundMaterials })

/**
 * Records what the officer found of each material: at the counter, or again after a correction notice, which listed all that may be asked for.
 * Answers with the case's id.
 * @throws RefusedError CASE_NOT_OPEN once the case was accepted or ended, DEMANDED_AFTER_NOTICE
 */
export async function recordMaterials(context: UseCaseContext, input: z.input<typeof recordMaterialsInput>): Promise<string> {
  const parsed = parseInput(recordMaterialsInput, input)
  const command = { operation: 'recordMaterials', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockApprovalCase(unit, 'case.accept', parsed)
    const { id, state } = locked
    if (state !== 'FILED' && state !== 'CORRECTION_REQUESTED') throw new RefusedError({ code: 'CASE_NOT_OPEN', state })
    if (state === 'CORRECTION_REQUESTED') unwrap(checkAfterNotice(noticedMaterials(locked.modesOffered), parsed.materials))
    const before = locked.materials.map(({ material, presence, note }) => ({ seq: material.seq, presence, note }))
    await saveMaterials(unit, id, locked.approvalItemCode, parsed.materials)
    await unit.tx.approvalCase.update({ where: { id }, data: { version: { increment: 1 } } })
    if (state === 'CORRECTION_REQUESTED') {
      const lacking = parsed.materials.filter(({ presence }) => presence !== 'PRESENT').length
      const step = { kind: lacking > 0 ? 'CORRECTED_PARTLY' : 'CORRECTED', facts: { count: lacking } }
      await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, audience: 'PARTIES', ...step })
    }
    const action = state === 'FILED' ? 'acceptance.recordMaterials' : 'acceptance.resubmit'
    await unit.audit({
      action,
      entity: 'ApprovalCase',
      entityId: id,
      before: { materials: before },
      after: { materials: parsed.materials },
    })
    return id
  })
}

/** What the one notice listed, as the modes were kept with it. */
const noticedMaterials = (modesOffered: unknown): readonly number[] =>
  (modesOffered as readonly ModeDecision[]).find(({ mode }) => mode === 'CORRECTION_NOTICE')?.materials ?? []
