import type { Tx } from '#prisma/client.ts'
import type { Recipient } from '../notifications/notice.ts'
import { bodiesHolding } from '../notifications/bodies-holding.ts'

/** A body told of a revocation, and why it concerns it. */
export interface BodyTold {
  readonly organisationId: string
  readonly role: 'AGENCY_MANAGER' | 'REFORM_OFFICE'
  readonly name: string
  readonly why: 'RUNNING_CASE' | 'SAME_PROJECT' | 'OFFICE'
}

/**
 * The bodies concerned by a revoked approval 有关单位 (000 二(一)1); which they are is our own reading: agencies with a running case of the
 * same applicant, or that decided on the same project of it, and the reform office in charge. Each once.
 */
export async function bodiesConcerned(tx: Tx, caseId: string): Promise<readonly BodyTold[]> {
  const own = await tx.approvalCase.findUniqueOrThrow({
    where: { id: caseId },
    select: { agencyId: true, applicantId: true, projectCode: true, agency: { select: { divisionCode: true } } },
  })
  const agencies = await tx.$queryRaw<{ id: string; nameZh: string; isRunning: boolean }[]>`
    SELECT o."id", o."nameZh", bool_or(c."state" <> 'DECIDED') AS "isRunning"
    FROM "ApprovalCase" c JOIN "Organisation" o ON o."id" = c."agencyId"
    WHERE c."agencyId" <> ${own.agencyId}::uuid AND c."applicantId" = ${own.applicantId}::uuid
      AND (c."state" IN ('FILED', 'CORRECTION_REQUESTED', 'ACCEPTED') OR (c."state" = 'DECIDED' AND c."projectCode" = ${own.projectCode}))
    GROUP BY o."id", o."nameZh" ORDER BY o."id"`
  const offices = await bodiesHolding(tx, 'REFORM_OFFICE', own.agency.divisionCode)
  const officeIds = offices.flatMap((office: Recipient) => ('organisationId' in office ? [office.organisationId] : []))
  const named = await tx.organisation.findMany({
    where: { id: { in: officeIds } },
    select: { id: true, nameZh: true },
    orderBy: { id: 'asc' },
  })
  return [
    ...agencies.map(({ id, nameZh, isRunning }): BodyTold => ({
      organisationId: id,
      role: 'AGENCY_MANAGER',
      name: nameZh,
      why: isRunning ? 'RUNNING_CASE' : 'SAME_PROJECT',
    })),
    ...named.map(({ id, nameZh }): BodyTold => ({ organisationId: id, role: 'REFORM_OFFICE', name: nameZh, why: 'OFFICE' })),
  ]
}
