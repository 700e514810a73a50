import { couldEver } from '#domain/access/can.ts'
import type { Permission, PermissionSubject } from '#domain/access/can.ts'
import { separationBroken } from '#domain/verification/decide-untrue.ts'
import type { UntrueFinding } from '#domain/verification/untrue-finding.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleFindings } from './visible-verification.ts'

const include = { commitment: { include: { case: true } } } as const satisfies Prisma.UntrueFindingInclude
export type FindingRow = Prisma.UntrueFindingGetPayload<{ include: typeof include }>
/** What is asked of a finding to know who may do what with it. */
type Parts = Pick<FindingRow, 'state' | 'proposedById' | 'defenceDueOn' | 'commitment'>

/** The stored finding as the procedure knows it. */
export const stateOfFinding = ({ state, proposedById, defenceDueOn, commitment }: Parts): UntrueFinding => ({
  state,
  proposedById,
  officerId: commitment.case.officerId,
  defenceDueOn: fromDbDay(defenceDueOn),
})

/** The finding as `can` asks about it. */
export const findingFacts = ({ proposedById, commitment }: Pick<Parts, 'proposedById' | 'commitment'>): PermissionSubject => ({
  agencyOrganisationId: commitment.case.agencyId,
  applicantSubjectId: commitment.subjectId,
  concernedSubjectId: commitment.subjectId,
  reporterUserId: proposedById,
  officerUserId: commitment.case.officerId,
})

/** The finding of this promise that isn't decided yet; its commitment's row is the caller's. */
export function runningFinding(tx: Tx, commitmentId: string): Promise<FindingRow | null> {
  return tx.untrueFinding.findFirst({ where: { commitmentId, state: { in: ['NOTICED', 'DEFENCE_FILED'] } }, include })
}

/**
 * Takes a finding for one step: the commitment's row is ours until commit, as in every step on the promise. The role is asked for here; the
 * use case demands the permission with the facts after the procedure has spoken, because its reason says more.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockFinding(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<FindingRow> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`
    SELECT 1 FROM "Commitment" WHERE "id" = (SELECT "commitmentId" FROM "UntrueFinding" WHERE "number" = ${number}) FOR NO KEY UPDATE`
  const row = await tx.untrueFinding.findFirst({ where: { AND: [{ number }, visibleFindings(viewer)] }, include })
  if (!row) throw new NotFoundError('UntrueFinding')
  if (row.version !== version) throw new ConcurrentChangeError('UntrueFinding')
  return row
}

/** Why this user may not decide on the finding; null where nothing stands in the way but perhaps the role. */
export const separationOf = (row: Parts, userId: string | null): string | null => {
  const broken = userId === null ? null : separationBroken(stateOfFinding(row), userId)
  return broken?.code === 'SEPARATION_OF_DUTIES' ? broken.is : null
}
