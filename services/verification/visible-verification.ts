import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import type { AudiencesOf } from '../files/procedure-audiences.ts'

/** Plans and tasks a viewer may know of: those of the own agency; auditors see all. Whose promise is verified isn't told before a doubt. */
export function visibleVerification(viewer: Viewer): { organisationId?: string; id?: { in: string[] } } {
  if (can(viewer, 'verification.view')) return {}
  const { organisationId } = viewer
  const isOfAgency = can(viewer, 'verification.view', { agencyOrganisationId: organisationId })
  return organisationId !== null && isOfAgency ? { organisationId } : { id: { in: [] } }
}

/**
 * Findings a viewer may know of: the agency's own; once found, those about whoever applies at the agency too; the applicant's own; and all for
 * those who review and decide lists.
 */
export function visibleFindings(viewer: Viewer): Prisma.UntrueFindingWhereInput {
  if (can(viewer, 'untrue.view')) return {}
  const { organisationId, subjectId } = viewer
  return {
    OR: [
      ...(organisationId && can(viewer, 'untrue.view', { agencyOrganisationId: organisationId })
        ? [
            { commitment: { case: { agencyId: organisationId } } },
            { state: 'FOUND' as const, commitment: { subject: { approvalCases: { some: { agencyId: organisationId } } } } },
          ]
        : []),
      ...(subjectId && can(viewer, 'untrue.view', { applicantSubjectId: subjectId }) ? [{ commitment: { subjectId } }] : []),
    ],
  }
}

/** Tasks are the agency's own business. */
export const verificationAudiences: AudiencesOf = async ({ prisma, viewer }, id) =>
  (await prisma.verificationTask.count({ where: { AND: [{ id }, visibleVerification(viewer)] } })) > 0
    ? ['OFFICIALS', 'PARTIES', 'PUBLIC']
    : []

/** Of a finding the party reads everything but what was found on the way to it. */
export const untrueFindingAudiences: AudiencesOf = async ({ prisma, viewer }, id) => {
  const where = { AND: [{ id }, visibleFindings(viewer)] }
  const seen = await prisma.untrueFinding.findFirst({ where, select: { commitment: { select: { subjectId: true } } } })
  if (!seen) return []
  return viewer.subjectId === seen.commitment.subjectId ? ['PARTIES', 'PUBLIC'] : ['OFFICIALS', 'PARTIES', 'PUBLIC']
}
