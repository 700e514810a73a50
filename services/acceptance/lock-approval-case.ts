import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { requireAnswerable } from '../access/require-answerable.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleApprovalCases } from './visible-cases.ts'

/** What a step in a case looks at. */
export const lockedCaseIncludes = {
  approvalItem: true,
  agency: true,
  applicant: true,
  materials: { include: { material: true, files: true }, orderBy: { material: { seq: 'asc' } } },
  commitments: { include: { items: true } },
  pauses: { orderBy: { startedAt: 'asc' } },
  exceptions: true,
} as const satisfies Prisma.ApprovalCaseInclude

export type LockedApprovalCase = Prisma.ApprovalCaseGetPayload<{ include: typeof lockedCaseIncludes }>

/**
 * Takes a case for one step; its row, and those of its commitments, are ours until commit. Commitments come first everywhere, so
 * that a step in a case and the sweep never wait for each other.
 * @throws ForbiddenError · NotFoundError for a case the viewer may not know of · ConcurrentChangeError
 */
export async function lockApprovalCase(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedApprovalCase> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "caseId" = (SELECT "id" FROM "ApprovalCase" WHERE "number" = ${number}) ORDER BY "id" FOR NO KEY UPDATE`
  await tx.$queryRaw`SELECT 1 FROM "ApprovalCase" WHERE "number" = ${number} FOR NO KEY UPDATE`
  const row = await tx.approvalCase.findFirst({ where: { AND: [{ number }, visibleApprovalCases(viewer)] }, include: lockedCaseIncludes })
  if (!row) throw new NotFoundError('ApprovalCase')
  demand({ viewer }, permission, { agencyOrganisationId: row.agencyId, applicantSubjectId: row.applicantId, officerUserId: row.officerId })
  requireAnswerable(viewer)
  if (row.version !== version) throw new ConcurrentChangeError('ApprovalCase')
  return row
}
