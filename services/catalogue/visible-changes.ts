import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The adjustments a viewer may know of: an agency its own, the reform offices and auditors all. */
export function visibleChanges(viewer: Viewer): Prisma.CatalogueChangeWhereInput {
  if (can(viewer, 'catalogueChange.view')) return {}
  const { organisationId } = viewer
  if (organisationId === null || !can(viewer, 'catalogueChange.view', { agencyOrganisationId: organisationId })) return { id: { in: [] } }
  return { applyingAgencyId: organisationId }
}
