import { z } from 'zod'
import { catalogueChangeKinds, catalogueChangeRoutes, runningCatalogueStates } from '#domain/catalogue/catalogue-change.ts'
import { proposedContentSchema } from '#domain/catalogue/item-content.ts'
import { proposeVersion } from '#domain/catalogue/propose-change.ts'
import type { ProposedVersion } from '#domain/catalogue/propose-change.ts'
import { catalogueRuleSets } from '#domain/catalogue/zz-catalogue-1.ts'
import { isApprovedBy } from '#domain/intermediaries/agency-kind.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import type { Tx } from '#prisma/client.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { asJson, runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { attachmentInput, attachmentMark, dayInput, documentNoText, opinionText, saveAttachment } from './change-step-input.ts'
import type { AttachmentInput } from './change-step-input.ts'
import { newestVersion } from './newest-version.ts'
import { reformOfficesOf } from './reform-offices.ts'

/** What is proposed, also when it is handed in again after a return. */
export const proposalInput = z.object({
  /** The entry as it should read; not asked for where only its status changes. */
  content: proposedContentSchema.nullish(),
  reasons: z.string().trim().min(1).max(4000),
  legalBasis: z.string().trim().min(1).max(4000),
  cancellingDocument: opinionText.nullish(),
  /** The day of the application, as its document says. */
  onDay: dayInput,
  documentNo: documentNoText.nullish(),
  attachment: attachmentInput.nullish(),
})

export const applyForChangeInput = proposalInput
  .extend({
    clientMutationId: z.string().min(1).max(100),
    kind: z.enum(catalogueChangeKinds),
    route: z.enum(catalogueChangeRoutes),
    itemCode: z.string().trim().toUpperCase().min(1).max(40),
  })
  .refine(({ kind, itemCode }) => kind !== 'ADD' || /^ZJ-[A-Z]{3}-\d{3}$/.test(itemCode), {
    path: ['itemCode'],
    message: 'ITEM_CODE_INVALID',
  })
type Application = z.output<typeof applyForChangeInput>

/**
 * 申请: the responsible agency's manager applies for an adjustment of one catalogue entry (rulebook R2, 001 三(二)5). The reform office
 * of the agency's division handles it. Answers with the adjustment's id.
 * @throws RefusedError CHANGE_RUNNING with the number of the other one, ITEM_…, CANCELLING_DOCUMENT_MISSING, NOTHING_CHANGED,
 *   NOT_RESPONSIBLE_AGENCY, NO_REFORM_OFFICE · ValidationError
 */
export async function applyForChange(context: UseCaseContext, input: z.input<typeof applyForChangeInput>): Promise<string> {
  const { attachment, ...parsed } = parseInput(applyForChangeInput, input)
  const asked = { ...parsed, attachment: attachmentMark(attachment) }
  const command = { operation: 'applyForChange', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase(context, command, async (unit) => {
    const { agencyId, divisionCode } = await demandApplyingAgency(unit)
    const today = shanghaiDayOf(unit.now)
    if (parsed.onDay > today) throw new ValidationError([{ path: 'onDay', code: 'DAY_IN_FUTURE', facts: { today } }])
    const rules = unwrap(ruleSetOn(catalogueRuleSets, today))
    await refuseSecondChange(unit.tx, parsed.itemCode)
    const proposed = await readProposal(unit, { ...parsed, agencyId })
    const { officeId } = await reformOfficesOf(unit.tx, divisionCode)
    const { kind, route, itemCode, reasons, legalBasis } = parsed
    const isKnown = (await unit.tx.serviceItem.count({ where: { code: itemCode } })) > 0
    const { id, number } = await unit.tx.catalogueChange.create({
      data: {
        number: await nextNumber(unit, 'CATALOGUE_CHANGE'),
        ...{ kind, route, itemCode, reasons, legalBasis, officeId },
        serviceItemCode: isKnown ? itemCode : null,
        content: asJson(proposed.content) ?? {},
        baseVersion: proposed.baseVersion,
        cancellingDocument: proposed.content.cancelledBy,
        state: 'APPLIED',
        applyingAgencyId: agencyId,
        ruleSetVersion: rules.version,
        createdAt: unit.now,
      },
    })
    await recordApplication(unit, { changeId: id, agencyId, ...parsed, attachment })
    const after = { number, kind, route, itemCode, proposed: proposed.content, reasons, attachment: asked.attachment }
    await unit.audit({ action: 'catalogue.applyForChange', entity: 'CatalogueChange', entityId: id, after, basis: legalBasis })
    await unit.outbox('catalogue.changeApplied', 'CatalogueChange', id)
    return id
  })
}

/** The agency in whose name its manager acts. */
async function demandApplyingAgency({ tx, context, viewer }: UnitOfWork): Promise<{ agencyId: string; divisionCode: string }> {
  const { organisationId: agencyId } = viewer
  demand(context, 'catalogueChange.apply', { agencyOrganisationId: agencyId })
  if (agencyId === null) throw new ForbiddenError('catalogueChange.apply', false)
  const { divisionCode } = await tx.organisation.findUniqueOrThrow({ where: { id: agencyId }, select: { divisionCode: true } })
  return { agencyId, divisionCode }
}

/** Two adjustments of one item would each be written against a text that the other replaces (our own default ZZ-C1.3). */
async function refuseSecondChange(tx: Tx, itemCode: string): Promise<void> {
  // Two at once: the second waits here and then finds the first.
  await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(${`catalogue change ${itemCode}`}, 0))`
  const running = await tx.catalogueChange.findFirst({
    where: { itemCode, state: { in: [...runningCatalogueStates] } },
    select: { number: true, state: true },
  })
  if (running) throw new RefusedError({ code: 'CHANGE_RUNNING', itemCode, ...running })
}

/** The version as it would be published, from what the form said and the item as it stands. */
export async function readProposal(
  { tx }: UnitOfWork,
  application: Pick<Application, 'kind' | 'itemCode' | 'content' | 'cancellingDocument'> & { readonly agencyId: string },
): Promise<ProposedVersion> {
  const { kind, itemCode, content, cancellingDocument, agencyId } = application
  const latest = await newestVersion(tx, itemCode)
  const proposed = unwrap(
    proposeVersion({ kind, itemCode, wanted: content ?? null, cancellingDocument: cancellingDocument ?? null, latest }),
  )
  const { agencyKindZh } = await tx.organisation.findUniqueOrThrow({ where: { id: agencyId }, select: { agencyKindZh: true } })
  const approvingAgency = (latest?.content ?? proposed.content).approvingAgencyZh
  // 责任单位 applies. Of an agency whose kind nobody recorded the office sees for itself (our own default).
  if (agencyKindZh !== null && !isApprovedBy(approvingAgency, agencyKindZh)) {
    throw new RefusedError({ code: 'NOT_RESPONSIBLE_AGENCY', itemCode, approvingAgency })
  }
  return proposed
}

/** The application as the first step of its round, with its document. */
export async function recordApplication(
  unit: UnitOfWork,
  step: Pick<Application, 'onDay' | 'documentNo' | 'reasons'> & {
    readonly changeId: string
    readonly agencyId: string
    readonly attachment: AttachmentInput | null | undefined
  },
): Promise<void> {
  const { tx, now, viewer } = unit
  await tx.catalogueChangeStep.create({
    data: {
      changeId: step.changeId,
      kind: 'APPLICATION',
      onDay: toDbDay(step.onDay),
      recordedAt: now,
      actorId: viewer.userId ?? '',
      actorName: viewer.name ?? '',
      organisationId: step.agencyId,
      opinion: step.reasons,
      documentNo: step.documentNo || null,
      attachmentId: await saveAttachment(unit, step.attachment),
    },
  })
}
