import { z } from 'zod'
import { anonymous } from '#domain/access/viewer.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { alertOfDemand, judgeDemand } from '#domain/supervision/demanded-service.ts'
import type { DemandFinding } from '#domain/supervision/demanded-service.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { catalogueOn } from '../catalogue/catalogue-on.ts'
import { dayInput } from '../catalogue/change-step-input.ts'
import type { ItemInForce } from '../catalogue/item-in-force.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { raiseAlert } from './raise-alert.ts'
import { recogniseItem } from './recognise-item.ts'

export const reportDemandInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  agencyId: z.uuid(),
  /** The approval it was demanded for, where the applicant knows. */
  approvalItemCode: z.string().trim().max(40).nullish(),
  /** In the applicant's words. */
  demanded: z.string().trim().min(2).max(500),
  demandedOn: dayInput,
  /** Picked by the applicant; left out: recognised in the words. */
  serviceItemCode: z.string().trim().max(40).nullish(),
  /** The applicant has looked, and it is none of the catalogue. */
  isNotListed: z.boolean().default(false),
})
type Report = z.output<typeof reportDemandInput>

/**
 * 违规索要举报: an applicant reports what an agency demanded (rulebook R2). It is held against the catalogue of that day: a cancelled item
 * raises a red alert, one that isn't listed or whose basis nobody has verified a yellow one, a founded one none. The agency doesn't learn
 * who reported, and no line of the audit trail names them (河南条例 art. 78). Answers with the report's id.
 * @throws ValidationError ITEM_AMBIGUOUS with the candidates · AGENCY_UNKNOWN · SERVICE_ITEM_UNKNOWN · DAY_IN_FUTURE
 */
export async function reportDemand(context: UseCaseContext, input: z.input<typeof reportDemandInput>): Promise<string> {
  const parsed = parseInput(reportDemandInput, input)
  const { viewer } = context
  demand(context, 'demand.report')
  // Who it is makes the wish another one, and goes no further than the report's own row: no line of the trail names who reported.
  const asked = { ...parsed, reporterId: viewer.userId }
  const command = { operation: 'reportDemand', clientMutationId: parsed.clientMutationId, input: asked }
  return runUseCase({ ...context, viewer: anonymous }, command, async (unit) => {
    const { tx, now } = unit
    const { agencyId, demanded, demandedOn } = parsed
    const today = shanghaiDayOf(now)
    if (demandedOn > today) throw problem('demandedOn', 'DAY_IN_FUTURE', { today })
    const agency = await tx.organisation.findFirst({ where: { id: agencyId, kind: 'AGENCY' } })
    if (!agency) throw problem('agencyId', 'AGENCY_UNKNOWN')
    const approvalItemCode = await knownApprovalItem(unit, parsed)
    const item = await demandedItem(unit, parsed)
    const finding = judgeDemand(item)
    const { id, number } = await tx.demandReport.create({
      data: {
        number: await nextNumber(unit, 'DEMAND_REPORT'),
        ...{ agencyId, approvalItemCode, demanded },
        serviceItemCode: item?.code ?? null,
        reporterId: viewer.userId,
        reporterSubjectId: viewer.subjectId,
        demandedOn: toDbDay(demandedOn),
        reportedAt: now,
      },
    })
    const after = { number, agencyId, approvalItemCode, demanded, demandedOn, serviceItemCode: item?.code ?? null, finding }
    await unit.audit({ action: 'supervision.reportDemand', entity: 'DemandReport', entityId: id, after })
    await alertFor(unit, { id, number, agency, item, finding, demanded, demandedOn, approvalItemCode })
    return id
  })
}

async function knownApprovalItem({ tx }: UnitOfWork, { approvalItemCode }: Report): Promise<string | null> {
  if (!approvalItemCode) return null
  const known = await tx.approvalItem.count({ where: { code: approvalItemCode } })
  if (known === 0) throw problem('approvalItemCode', 'APPROVAL_ITEM_UNKNOWN')
  return approvalItemCode
}

/** The entry that was picked or recognised, as it stood on the day of the demand; null: none of the catalogue. */
async function demandedItem(
  { tx }: UnitOfWork,
  { serviceItemCode, isNotListed, demanded, demandedOn }: Report,
): Promise<ItemInForce | null> {
  const items = await catalogueOn(tx, demandedOn)
  if (serviceItemCode) {
    const picked = items.get(serviceItemCode)
    if (!picked) throw problem('serviceItemCode', 'SERVICE_ITEM_UNKNOWN', { codes: [serviceItemCode] })
    return picked
  }
  if (isNotListed) return null
  const candidates = recogniseItem(demanded, [...items.values()])
  if (candidates.length > 1) {
    const names = candidates.map(({ code, nameZh }) => `${nameZh}（${code}）`)
    throw problem('serviceItemCode', 'ITEM_AMBIGUOUS', { codes: candidates.map(({ code }) => code), names: names.join('、') })
  }
  return candidates[0] ?? null
}

async function alertFor(
  unit: UnitOfWork,
  report: {
    readonly id: string
    readonly number: string
    readonly agency: { readonly id: string; readonly nameZh: string }
    readonly item: ItemInForce | null
    readonly finding: DemandFinding
    readonly demanded: string
    readonly demandedOn: string
    readonly approvalItemCode: string | null
  },
): Promise<void> {
  const { id, number, agency, item, finding, demanded, demandedOn, approvalItemCode } = report
  const alert = alertOfDemand(finding)
  if (!alert) return
  await raiseAlert(unit, {
    ...alert,
    sourceType: 'DemandReport',
    sourceId: id,
    organisationId: agency.id,
    serviceItemCode: item?.code ?? null,
    // Nothing here tells who reported.
    facts: {
      agency: agency.nameZh,
      ...{ reportNumber: number, demanded, demandedOn, approvalItemCode, finding },
      ...(item ? { itemNameZh: item.nameZh, itemNameEn: item.nameEn, cancelledBy: item.cancelledBy } : {}),
    },
  })
}

const problem = (path: string, code: string, facts: Record<string, unknown> = {}) => new ValidationError([{ path, code, facts }])
