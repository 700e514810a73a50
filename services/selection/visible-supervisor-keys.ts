import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The keys of one's own body; nobody else's, wrapped as they are. */
export function visibleSupervisorKeys(viewer: Viewer): Prisma.SupervisorKeyWhereInput {
  const { organisationId } = viewer
  return organisationId !== null && can(viewer, 'sealing.keepKeys', { organisationId }) ? { organisationId } : { id: { in: [] } }
}
