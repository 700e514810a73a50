import { z } from 'zod'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { cancelledMaterials } from './cancelled-materials.ts'
import { projectCodeInput } from './case-input.ts'

/** Drafts of one applicant at a time (our own limit): whoever has more has forgotten some. */
export const mostDrafts = 20

export const startDraftInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  approvalItemCode: z.string().trim().min(1).max(40),
  /** The agency that will receive it. */
  organisationId: z.uuid(),
  projectName: z.string().trim().max(200).default(''),
  projectCode: projectCodeInput,
})

/**
 * Begins an application online: a draft that only the applicant sees, and that waits as long as it takes. It lists every material the item
 * demands today, each still missing. Answers with the case's id.
 * @throws RefusedError DRAFTS_TOO_MANY · ValidationError
 */
export async function startDraft(context: UseCaseContext, input: z.input<typeof startDraftInput>): Promise<string> {
  const parsed = parseInput(startDraftInput, input)
  const command = { operation: 'startDraft', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'case.draft')
    const { tx, now } = unit
    const { subjectId: applicantId, userId: filedById } = context.viewer
    if (applicantId === null) throw new ForbiddenError('case.draft', false)
    if ((await tx.approvalCase.count({ where: { applicantId, state: 'DRAFT' } })) >= mostDrafts) {
      throw new RefusedError({ code: 'DRAFTS_TOO_MANY', most: mostDrafts })
    }
    const { approvalItemCode, organisationId, projectName, projectCode } = parsed
    await requireAgency(unit, organisationId)
    const materials = await demandedMaterials(unit, approvalItemCode)
    const { id } = await tx.approvalCase.create({
      data: {
        number: await nextNumber(unit, 'APPROVAL_CASE'),
        ...{ approvalItemCode, applicantId, filedById, projectName },
        agencyId: organisationId,
        projectCode: projectCode ?? null,
        state: 'DRAFT',
        channel: 'ONLINE',
        filedAt: now,
        ruleSetVersion: unwrap(toleranceRuleSetOn(shanghaiDayOf(now))).version,
        materials: { create: materials.map((materialId) => ({ materialId, presence: 'MISSING' })) },
      },
      select: { id: true },
    })
    await unit.audit({ action: 'acceptance.startDraft', entity: 'ApprovalCase', entityId: id, after: { approvalItemCode, organisationId } })
    return id
  })
}

/** The body, if it approves anything. @throws ValidationError */
export async function requireAgency({ tx }: UnitOfWork, organisationId: string): Promise<void> {
  const agency = await tx.organisation.findFirst({ where: { id: organisationId, kind: 'AGENCY' }, select: { id: true } })
  if (!agency) throw new ValidationError([{ path: 'organisationId', code: 'UNKNOWN_CODE', facts: {} }])
}

/** The materials the item demands today: what a cancelled service delivered is asked of nobody. */
async function demandedMaterials({ tx, now }: UnitOfWork, approvalItemCode: string): Promise<readonly string[]> {
  const item = await tx.approvalItem.findUnique({ where: { code: approvalItemCode }, include: { materials: true } })
  if (!item) throw new ValidationError([{ path: 'approvalItemCode', code: 'UNKNOWN_CODE', facts: { approvalItemCode } }])
  const cancelled = await cancelledMaterials(tx, item.materials, shanghaiDayOf(now))
  return item.materials.filter(({ id }) => !cancelled.has(id)).map(({ id }) => id)
}
