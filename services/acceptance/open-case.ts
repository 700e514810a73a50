import { z } from 'zod'
import { correctionNoticeLastDay } from '#domain/acceptance/correction-notice.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { foundMaterials } from './case-input.ts'
import { demandOfficer } from './case-officer.ts'
import { ensureApplicant, readApplicantCode } from './ensure-applicant.ts'
import { saveMaterials } from './save-materials.ts'

export const openCaseInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  approvalItemCode: z.string().trim().min(1).max(40),
  applicantCode: z.string().min(1).max(40),
  applicantName: z.string().trim().max(200).nullish(),
  projectName: z.string().trim().min(1).max(200),
  /** What lies on the counter; may be left out and recorded later. */
  materials: foundMaterials.nullish(),
})

/**
 * Files an application 办件 at the counter of the officer's own agency. The day of filing starts the five working days for the one
 * correction notice (行政许可法 art. 32(4)). Answers with the case's id.
 * @throws RefusedError CALENDAR_NOT_LOADED · ValidationError
 */
export async function openCase(context: UseCaseContext, input: z.input<typeof openCaseInput>): Promise<string> {
  const { applicantCode, ...parsed } = parseInput(openCaseInput, input)
  const { clientMutationId, approvalItemCode, projectName, materials } = parsed
  const code = readApplicantCode({ context }, applicantCode)
  // What was asked is remembered as a fast hash; an identity number goes into it only as its keyed hash.
  const asked = { ...parsed, applicant: code.uscc ?? code.identityHash }
  return runUseCase(context, { operation: 'openCase', clientMutationId, input: asked }, async (unit) => {
    const { tx, now } = unit
    const { officerId, agencyId } = demandOfficer(context, 'case.open')
    const item = await tx.approvalItem.findUnique({ where: { code: approvalItemCode } })
    if (!item) throw new ValidationError([{ path: 'approvalItemCode', code: 'UNKNOWN_CODE', facts: { approvalItemCode } }])
    const { divisionCode } = await tx.organisation.findUniqueOrThrow({ where: { id: agencyId } })
    const applicantId = await ensureApplicant(unit, { code: applicantCode, name: parsed.applicantName || null, divisionCode })
    const filedOn = shanghaiDayOf(now)
    const rules = unwrap(toleranceRuleSetOn(filedOn))
    const correctionDueOn = unwrap(correctionNoticeLastDay(filedOn, rules, await loadCalendar(tx)))
    const number = await nextNumber(unit, 'APPROVAL_CASE')
    const { id } = await tx.approvalCase.create({
      data: {
        number,
        approvalItemCode,
        agencyId,
        applicantId,
        projectName,
        state: 'FILED',
        filedAt: now,
        officerId,
        correctionDueOn: toDbDay(correctionDueOn),
        ruleSetVersion: rules.version,
      },
    })
    if (materials) await saveMaterials(unit, id, approvalItemCode, materials)
    const after = { number, approvalItemCode, applicant: code.shown, projectName, correctionDueOn, materials }
    await unit.audit({ action: 'acceptance.openCase', entity: 'ApprovalCase', entityId: id, after })
    await unit.outbox('acceptance.filed', 'ApprovalCase', id)
    return id
  })
}
