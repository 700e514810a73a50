import type { PermissionSubject } from '#domain/access/can.ts'
import { couldEver } from '#domain/access/can.ts'
import type { Permission } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { divisionLines } from '../catalogue/division-lines.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ForbiddenError, NotFoundError } from '../kernel/use-case-error.ts'

export const reviewInclude = {
  engagement: { select: { number: true, applicantId: true, divisionCode: true, intermediary: { select: { id: true, subjectId: true } } } },
} as const satisfies Prisma.ServiceReviewInclude

export type ReviewRow = Prisma.ServiceReviewGetPayload<{ include: typeof reviewInclude }>

/** The review as `can` asks about it; its author is the reporter. */
export const reviewFacts = ({ ratedById, engagement }: ReviewRow): PermissionSubject => ({
  intermediarySubjectId: engagement.intermediary.subjectId,
  applicantSubjectId: engagement.applicantId,
  concernedSubjectId: engagement.intermediary.subjectId,
  reporterUserId: ratedById,
})

/** Whether the viewer speaks for the rater: the owner's people, or those of the body in whose name it was given. */
export const isRatersOwn = (viewer: Viewer, { rater, organisationId, engagement }: ReviewRow): boolean =>
  rater === 'OWNER'
    ? viewer.subjectId === engagement.applicantId
    : viewer.organisationId !== null && viewer.organisationId === organisationId

/** The viewer's own body where it lies on the line of the project's division: an office has no say elsewhere. */
export async function officeInLine(tx: Tx, viewer: Viewer, { engagement }: ReviewRow): Promise<string | null> {
  if (viewer.organisationId === null) return null
  const line = (await divisionLines(tx, [engagement.divisionCode])).get(engagement.divisionCode) ?? []
  const own = await tx.organisation.findFirst({
    where: { id: viewer.organisationId, divisionCode: { in: [...line] } },
    select: { id: true },
  })
  return own?.id ?? null
}

/**
 * Takes a review for one step; its engagement's row is the lock, as for a new one.
 * @throws ForbiddenError · NotFoundError
 */
export async function lockReview(unit: UnitOfWork, permission: Permission, reviewId: string): Promise<ReviewRow> {
  const { tx, viewer, context } = unit
  if (!couldEver(viewer, permission)) throw new ForbiddenError(permission, viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Engagement" WHERE "id" = (SELECT "engagementId" FROM "ServiceReview" WHERE "id" = ${reviewId}::uuid) FOR UPDATE`
  const row = await tx.serviceReview.findUnique({ where: { id: reviewId }, include: reviewInclude })
  if (!row) throw new NotFoundError('ServiceReview')
  // Whose own review it is, `isRatersOwn` tells; everyone else is asked by the permission.
  if (permission !== 'review.give')
    demand(context, permission, { ...reviewFacts(row), organisationId: await officeInLine(tx, viewer, row) })
  return row
}
