import { z } from 'zod'
import { decideAttachment } from '#domain/acceptance/attach-deliverable.ts'
import { acceptedDeliverable } from '#domain/engagements/deliverable.ts'
import { receiveItems } from '../commitments/receive-items.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { caseStepInput } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'

export const attachDeliverableInput = caseStepInput.extend({
  /** The material's place in the item's list. */
  seq: z.number().int().min(1),
  /** Number of the engagement whose accepted result it is. */
  engagementNumber: z.string().trim().min(1).max(40),
})
type AttachDeliverable = z.input<typeof attachDeliverableInput>

/**
 * Takes the accepted result of an engagement as a material of the applicant's case, without a second upload: by the agency's officer, who
 * thereby finds it present, or by the applicant, who offers it for the officer to look at. Where the material was promised, it is received
 * at this instant. Answers with the case's id.
 * @throws RefusedError NOT_THE_APPLICANTS_RESULT, RESULT_OF_OTHER_SERVICE, RESULT_NOT_ACCEPTED, CASE_NOT_OPEN, COMMITMENT_OVERDUE,
 *   MATERIALS_NOT_RECORDED ·
 *   ValidationError · NotFoundError
 */
export const attachDeliverable = (context: UseCaseContext, input: AttachDeliverable): Promise<string> =>
  attach(context, 'attachDeliverable', 'material.attach', input)

/** The same by the applicant: the officer sees the offer beside the material. */
export const offerDeliverable = (context: UseCaseContext, input: AttachDeliverable): Promise<string> =>
  attach(context, 'offerDeliverable', 'material.offer', input)

async function attach(
  context: UseCaseContext,
  operation: 'attachDeliverable' | 'offerDeliverable',
  permission: 'material.attach' | 'material.offer',
  input: AttachDeliverable,
): Promise<string> {
  const parsed = parseInput(attachDeliverableInput, input)
  const command = { operation, clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx } = unit
    const locked = await lockApprovalCase(unit, permission, parsed)
    demand(context, permission, { agencyOrganisationId: locked.agencyId, applicantSubjectId: locked.applicantId })
    // A list with one entry would pass for the officer's whole finding.
    if (locked.materials.length === 0) throw new RefusedError({ code: 'MATERIALS_NOT_RECORDED' })
    const { seq, engagementNumber } = parsed
    const material = await tx.material.findFirst({ where: { approvalItemCode: locked.approvalItemCode, seq } })
    if (!material) throw new ValidationError([{ path: 'seq', code: 'MATERIAL_UNKNOWN', facts: { materials: [seq] } }])
    // Only the applicant's own: of others' engagements nothing is said, not even that they exist.
    const where = { number: engagementNumber, applicantId: locked.applicantId }
    const engagement = await tx.engagement.findFirst({ where, include: { deliverables: true } })
    if (!engagement) throw new NotFoundError('Engagement')
    const deliverable = acceptedDeliverable(engagement.deliverables)
    const promise = locked.commitments.find(({ state, items }) => state === 'PENDING' && items.some((one) => one.materialSeq === seq))
    const kind = unwrap(
      decideAttachment({
        caseState: locked.state,
        caseApplicantId: locked.applicantId,
        materialServiceItemCode: material.serviceItemCode,
        isPromised: promise !== undefined,
        engagement: { ...engagement, deliverableState: deliverable?.state ?? null },
      }),
    )
    const isFound = operation === 'attachDeliverable' && kind === 'MATERIAL'
    const deliverableId = deliverable?.id ?? null
    const caseId = locked.id
    await tx.caseMaterial.upsert({
      where: { caseId_materialId: { caseId, materialId: material.id } },
      create: { caseId, materialId: material.id, deliverableId, presence: isFound ? 'PRESENT' : 'MISSING' },
      update: { deliverableId, ...(isFound && { presence: 'PRESENT', note: null }) },
    })
    if (kind === 'SUPPLEMENT' && promise) await receiveItems(unit, promise, [seq], { channel: 'ENGAGEMENT', deliverableId })
    await tx.approvalCase.update({ where: { id: caseId }, data: { version: { increment: 1 } } })
    await unit.audit({
      action: `acceptance.${operation}`,
      entity: 'ApprovalCase',
      entityId: caseId,
      after: { material: seq, engagement: engagementNumber, deliverableVersion: deliverable?.deliverableVersion, kind },
    })
    return caseId
  })
}
