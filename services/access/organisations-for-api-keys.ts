import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The organisations for which a viewer may issue keys. */
export function organisationsForApiKeys(viewer: Viewer): Prisma.OrganisationWhereInput {
  if (can(viewer, 'apiKey.issue')) return {}
  const { organisationId } = viewer
  return organisationId !== null && can(viewer, 'apiKey.issue', { organisationId }) ? { id: organisationId } : { id: { in: [] } }
}
