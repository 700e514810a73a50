import { z } from 'zod'
import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { requireAnswerable } from '../access/require-answerable.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'
import { visibleCommitments } from './visible-commitments.ts'

/** What every step on a commitment names: the wish, the commitment, and the version that was looked at. */
export const commitmentStepInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
})

/** A text that goes on paper. */
export const reasonText = z.string().trim().min(1).max(2000)

const include = {
  items: { orderBy: { materialSeq: 'asc' } },
  case: { include: { approvalItem: true } },
  breaches: { where: { annulledAt: null } },
} as const satisfies Prisma.CommitmentInclude

export type LockedCommitment = Prisma.CommitmentGetPayload<{ include: typeof include }>

/**
 * Takes a commitment for one step; its row is ours until commit, so the sweep passes it by.
 * @throws ForbiddenError · NotFoundError for one the viewer may not know of · ConcurrentChangeError
 */
export async function lockCommitment(
  unit: UnitOfWork,
  permission: Permission,
  { number, version }: { readonly number: string; readonly version: number },
): Promise<LockedCommitment> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Commitment" WHERE "number" = ${number} FOR NO KEY UPDATE`
  const row = await tx.commitment.findFirst({ where: { AND: [{ number }, visibleCommitments(viewer)] }, include })
  if (!row) throw new NotFoundError('Commitment')
  const facts = { agencyOrganisationId: row.case.agencyId, applicantSubjectId: row.subjectId, officerUserId: row.case.officerId }
  demand({ viewer }, permission, facts)
  requireAnswerable(viewer)
  if (row.version !== version) throw new ConcurrentChangeError('Commitment')
  return row
}
