import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The keys a viewer may see: an administrator all, an agency's manager the own organisation's. */
export function apiKeysVisibleTo(viewer: Viewer): Prisma.ApiKeyWhereInput {
  if (can(viewer, 'apiKey.view')) return {}
  const { organisationId } = viewer
  return organisationId !== null && can(viewer, 'apiKey.view', { organisationId }) ? { organisationId } : { id: { in: [] } }
}
