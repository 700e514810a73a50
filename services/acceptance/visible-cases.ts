import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The approval cases a viewer may know of: an agency's staff those of their agency, an applicant the own ones, auditors all. */
export function visibleApprovalCases(viewer: Viewer): Prisma.ApprovalCaseWhereInput {
  if (can(viewer, 'case.view')) return {}
  const { organisationId, subjectId } = viewer
  return {
    OR: [
      ...(organisationId && can(viewer, 'case.view', { agencyOrganisationId: organisationId }) ? [{ agencyId: organisationId }] : []),
      ...(subjectId && can(viewer, 'case.view', { applicantSubjectId: subjectId }) ? [{ applicantId: subjectId }] : []),
    ],
  }
}
