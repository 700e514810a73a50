import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** Objections raised in publicity that a viewer may read: those to their agency's commitments, auditors all; never the applicant. */
export function visiblePublicityObjections(viewer: Viewer): Prisma.PublicityObjectionWhereInput {
  if (can(viewer, 'publicity.viewObjections')) return {}
  const { organisationId } = viewer
  const isOfAgency = organisationId !== null && can(viewer, 'publicity.viewObjections', { agencyOrganisationId: organisationId })
  return isOfAgency ? { commitment: { case: { agencyId: organisationId } } } : { id: { in: [] } }
}
