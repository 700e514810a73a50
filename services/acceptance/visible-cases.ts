import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/**
 * The approval cases a viewer may know of: an agency's staff those of their agency, an applicant the own ones, auditors all. A draft is the
 * applicant's alone until it is filed.
 */
export function visibleApprovalCases(viewer: Viewer): Prisma.ApprovalCaseWhereInput {
  const isFiled = { state: { not: 'DRAFT' } } as const satisfies Prisma.ApprovalCaseWhereInput
  if (can(viewer, 'case.view')) return isFiled
  const { organisationId, subjectId } = viewer
  return {
    OR: [
      ...(organisationId && can(viewer, 'case.view', { agencyOrganisationId: organisationId })
        ? [{ agencyId: organisationId, ...isFiled }]
        : []),
      ...(subjectId && can(viewer, 'case.view', { applicantSubjectId: subjectId }) ? [{ applicantId: subjectId }] : []),
    ],
  }
}
