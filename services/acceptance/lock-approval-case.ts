import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import { requireAnswerable } from '../access/require-answerable.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { readLockedCase } from './read-locked-case.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'
import { seesApprovalCase } from './visible-cases.ts'

/**
 * Takes a case for one step; its row, and those of its commitments, are ours until commit. Commitments come first everywhere, so
 * that a step in a case and the sweep never wait for each other: they are counted before the case's row is looked for.
 * @throws ForbiddenError · NotFoundError for a case the viewer may not know of · ConcurrentChangeError
 */
export async function lockApprovalCase(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedApprovalCase> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$executeRaw`
    WITH promised AS (
      SELECT 1 FROM "Commitment" WHERE "caseId" = (SELECT "id" FROM "ApprovalCase" WHERE "number" = ${number}) ORDER BY "id" FOR NO KEY UPDATE)
    SELECT 1 FROM "ApprovalCase" WHERE "number" = ${number} AND (SELECT count(*) FROM promised) >= 0 FOR NO KEY UPDATE`
  const row = await readLockedCase(tx, number)
  if (!row || !seesApprovalCase(viewer, row)) throw new NotFoundError('ApprovalCase')
  demand({ viewer }, permission, { agencyOrganisationId: row.agencyId, applicantSubjectId: row.applicantId, officerUserId: row.officerId })
  requireAnswerable(viewer)
  if (row.version !== version) throw new ConcurrentChangeError('ApprovalCase')
  return row
}
