import type { ServiceOffering } from '#prisma/generated/client.ts'
import { toQualification } from '../engagements/load-choice-facts.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import type { OfferingFirm } from './save-offering.ts'

/**
 * The viewer's own firm, taken for a change of its offerings: two changes of one firm come one after the other, and a choice under way
 * finishes first.
 * @throws ForbiddenError · NotFoundError where the viewer acts for no firm of the register
 */
export async function lockOwnFirm(unit: UnitOfWork): Promise<OfferingFirm & { readonly status: 'LISTED' | 'EXITING' | 'EXITED' }> {
  const { tx, viewer, context } = unit
  demand(context, 'offering.maintain', { intermediarySubjectId: viewer.subjectId })
  const subjectId = viewer.subjectId ?? ''
  await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ${subjectId}::uuid FOR NO KEY UPDATE`
  const row = await tx.intermediary.findUnique({ where: { subjectId }, include: { qualifications: true, subject: true } })
  if (!row) throw new NotFoundError('Intermediary')
  const { id: intermediaryId, status, subject, qualifications } = row
  return { intermediaryId, subjectId, uscc: subject.uscc ?? '', qualifications: qualifications.map(toQualification), status }
}

/** Nothing new is offered by a firm that leaves or has left. */
export function demandListed({ status }: { readonly status: 'LISTED' | 'EXITING' | 'EXITED' }): void {
  if (status !== 'LISTED') throw new RefusedError({ code: 'INTERMEDIARY_NOT_LISTED', status })
}

/** The firm's offering for the item, at the version that was looked at. @throws NotFoundError · ConcurrentChangeError */
export async function ownOffering(
  { tx }: UnitOfWork,
  { intermediaryId }: OfferingFirm,
  { serviceItemCode, version }: { readonly serviceItemCode: string; readonly version: number },
): Promise<ServiceOffering> {
  const row = await tx.serviceOffering.findUnique({
    where: { intermediaryId_serviceItemCode: { intermediaryId, serviceItemCode } },
  })
  if (!row) throw new NotFoundError('ServiceOffering')
  if (row.version !== version) throw new ConcurrentChangeError('ServiceOffering')
  return row
}

/** What of an offering the audit trail keeps. */
export const auditedOffering = ({
  serviceItemCode,
  divisionCodes,
  feeSchedule,
  feeFen,
  feeNote,
  promisedWorkingDays,
  isWithdrawn,
  version,
}: ServiceOffering) => ({ serviceItemCode, divisionCodes, feeSchedule, feeFen, feeNote, promisedWorkingDays, isWithdrawn, version })

/** One line of the audit trail for what was done to an offering. */
export async function auditOffering(
  unit: UnitOfWork,
  action: string,
  id: string,
  before: ServiceOffering | null,
  reason: string,
): Promise<string> {
  const after = auditedOffering(await unit.tx.serviceOffering.findUniqueOrThrow({ where: { id } }))
  const entry = { action, entity: 'ServiceOffering', entityId: id, after: { ...after, ...(reason === '' ? {} : { reason }) } }
  await unit.audit(before === null ? entry : { ...entry, before: auditedOffering(before) })
  return id
}
