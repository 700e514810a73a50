import { couldEver } from '#domain/access/can.ts'
import type { ReviewRater } from '#domain/credit/credit-fact.ts'
import { acceptedDeliverable } from '#domain/engagements/deliverable.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { loadRatingBodies, ratedInclude } from './load-rating-bodies.ts'

export const reviewableInclude = {
  ...ratedInclude,
  deliverables: { orderBy: { deliverableVersion: 'asc' } },
  reviews: true,
} as const satisfies Prisma.EngagementInclude

export type ReviewableRow = Prisma.EngagementGetPayload<{ include: typeof reviewableInclude }>

/** An engagement, ours until commit, with the capacity in which the viewer rates it and the body spoken for; null for the owner. */
export interface LockedReviewable {
  readonly row: ReviewableRow
  readonly rater: ReviewRater
  readonly organisationId: string | null
}

/**
 * Takes an engagement for a review by one of its three raters.
 * @throws NotFoundError for one the viewer does not rate · ForbiddenError · ConcurrentChangeError · RefusedError OWN_PARTY
 */
export async function lockReviewable(
  unit: UnitOfWork,
  { number, version }: { readonly number: string; readonly version?: number },
): Promise<LockedReviewable> {
  const { tx, viewer } = unit
  if (!couldEver(viewer, 'review.give')) throw new ForbiddenError('review.give', viewer.kind === 'ANONYMOUS')
  await tx.$queryRaw`SELECT 1 FROM "Engagement" WHERE "number" = ${number} FOR UPDATE`
  const row = await tx.engagement.findUnique({ where: { number }, include: reviewableInclude })
  const capacity = row && (await capacityOf(unit, row))
  if (!row || !capacity) throw new NotFoundError('Engagement')
  await refuseOwnParty(unit, row)
  if (version !== undefined && row.version !== version) throw new ConcurrentChangeError('Engagement')
  return { row, ...capacity }
}

/** In which capacity the viewer may rate; null for whom it is none of their business. */
async function capacityOf(
  { tx, viewer, now, context }: UnitOfWork,
  row: ReviewableRow,
): Promise<Pick<LockedReviewable, 'rater' | 'organisationId'> | null> {
  const concernedSubjectId = row.intermediary.subjectId
  if (viewer.subjectId !== null && viewer.subjectId === row.applicantId) {
    demand(context, 'review.give', { applicantSubjectId: row.applicantId, concernedSubjectId })
    return { rater: 'OWNER', organisationId: null }
  }
  const { organisationId } = viewer
  const bodies = (await loadRatingBodies(tx, [row], now)).get(row.id)
  if (organisationId === null || !bodies) return null
  const facts = { concernedSubjectId, applicantSubjectId: row.applicantId }
  if (bodies.authorityIds.includes(organisationId)) {
    demand(context, 'review.give', { ...facts, agencyOrganisationId: organisationId })
    return { rater: 'AUTHORITY', organisationId }
  }
  if (bodies.platformIds.includes(organisationId)) {
    demand(context, 'review.give', { ...facts, organisationId })
    return { rater: 'PLATFORM', organisationId }
  }
  return null
}

/** Nobody rates a party they belong to, by whichever of their memberships, as practitioner or as that person. */
async function refuseOwnParty({ tx, viewer }: UnitOfWork, row: ReviewableRow): Promise<void> {
  const firm = row.intermediary.subjectId
  const tied = await tx.user.count({
    where: {
      id: viewer.userId ?? '',
      OR: [
        { memberships: { some: { organisation: { subjectId: firm } } } },
        { subjectId: firm },
        { subject: { practitioners: { some: { intermediaryId: row.intermediaryId } } } },
      ],
    },
  })
  if (tied > 0) throw new RefusedError({ code: 'OWN_PARTY' })
}

/** When the owner accepted the result; null while it was not. */
export const acceptedAtOf = (row: Pick<ReviewableRow, 'deliverables'>): Date | null =>
  acceptedDeliverable(row.deliverables)?.answeredAt ?? null
