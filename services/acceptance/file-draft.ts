import type { z } from 'zod'
import { correctionNoticeLastDay } from '#domain/acceptance/correction-notice.ts'
import { decideFiling, filingGaps } from '#domain/acceptance/filing.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { recordStep } from '../procedures/record-step.ts'
import { cancelledMaterials } from './cancelled-materials.ts'
import { caseStepInput } from './case-input.ts'
import { draftedMaterials, presenceOf } from './drafted-materials.ts'
import { lockDraft } from './lock-draft.ts'

/**
 * Files the applicant's draft: from this instant the agency has it, and its five working days for the one correction notice run (行政许可法
 * art. 32(4)). Nobody is turned away for what is missing: the applicant was told, the agency says what to correct. Answers with the case's id.
 * @throws RefusedError DRAFT_FILED, DRAFT_INCOMPLETE, CALENDAR_NOT_LOADED
 */
export async function fileDraft(context: UseCaseContext, input: z.input<typeof caseStepInput>): Promise<string> {
  const parsed = parseInput(caseStepInput, input)
  const command = { operation: 'fileDraft', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const locked = await lockDraft(unit, 'case.draft', parsed)
    const { id, projectName } = locked
    const filedOn = shanghaiDayOf(now)
    const asked = locked.materials.map(({ material }) => material)
    const materials = draftedMaterials(locked.materials, await cancelledMaterials(tx, asked, filedOn))
    unwrap(decideFiling(locked.state, filingGaps({ projectName, materials })))
    const rules = unwrap(toleranceRuleSetOn(filedOn))
    const correctionDueOn = unwrap(correctionNoticeLastDay(filedOn, rules, await loadCalendar(tx)))
    for (const drafted of materials) {
      const row = locked.materials.find(({ material }) => material.seq === drafted.seq)
      if (!row) continue
      const where = { caseId_materialId: { caseId: id, materialId: row.materialId } }
      await tx.caseMaterial.update({ where, data: { presence: presenceOf(drafted) } })
    }
    await tx.approvalCase.update({
      where: { id },
      data: {
        ...{ state: 'FILED', filedAt: now, filedById: context.viewer.userId },
        ...{ correctionDueOn: toDbDay(correctionDueOn), ruleSetVersion: rules.version },
        version: { increment: 1 },
      },
    })
    await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: 'FILED_ONLINE', audience: 'PARTIES', facts: { filedOn } })
    await unit.audit({
      action: 'acceptance.fileDraft',
      entity: 'ApprovalCase',
      entityId: id,
      after: { number: locked.number, projectName, correctionDueOn, materials },
    })
    await unit.outbox('acceptance.filedOnline', 'ApprovalCase', id)
    return id
  })
}
