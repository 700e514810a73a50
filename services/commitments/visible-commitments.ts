import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The commitments a viewer may know of: an agency's staff those made to it, an applicant the own ones, the reviewing bodies all. */
export function visibleCommitments(viewer: Viewer): Prisma.CommitmentWhereInput {
  if (can(viewer, 'commitment.view')) return {}
  const { organisationId, subjectId } = viewer
  return {
    OR: [
      ...(organisationId && can(viewer, 'commitment.view', { agencyOrganisationId: organisationId })
        ? [{ case: { agencyId: organisationId } }]
        : []),
      ...(subjectId && can(viewer, 'commitment.view', { applicantSubjectId: subjectId }) ? [{ subjectId }] : []),
    ],
  }
}
