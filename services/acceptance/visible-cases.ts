import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { ApprovalCase, Prisma } from '#prisma/generated/client.ts'

interface Visible {
  readonly agencyId?: string
  readonly applicantId?: string
  readonly isFiled: boolean
}

/**
 * The approval cases a viewer may know of: an agency's staff those of their agency, an applicant the own ones, auditors all. A draft is the
 * applicant's alone until it is filed.
 */
function visibleTo(viewer: Viewer): readonly Visible[] {
  if (can(viewer, 'case.view')) return [{ isFiled: true }]
  const { organisationId, subjectId } = viewer
  const ofAgency = organisationId && can(viewer, 'case.view', { agencyOrganisationId: organisationId })
  const ofApplicant = subjectId && can(viewer, 'case.view', { applicantSubjectId: subjectId })
  return [
    ...(ofAgency ? [{ agencyId: organisationId, isFiled: true }] : []),
    ...(ofApplicant ? [{ applicantId: subjectId, isFiled: false }] : []),
  ]
}

/** Those cases, as the condition of a query. */
export const visibleApprovalCases = (viewer: Viewer): Prisma.ApprovalCaseWhereInput => ({
  OR: visibleTo(viewer).map(({ isFiled, ...whose }) => ({ ...whose, ...(isFiled && { state: { not: 'DRAFT' as const } }) })),
})

/** Whether a case that was read is one of them. */
export const seesApprovalCase = (viewer: Viewer, row: Pick<ApprovalCase, 'agencyId' | 'applicantId' | 'state'>): boolean =>
  visibleTo(viewer).some(
    ({ agencyId = row.agencyId, applicantId = row.applicantId, isFiled }) =>
      agencyId === row.agencyId && applicantId === row.applicantId && !(isFiled && row.state === 'DRAFT'),
  )
