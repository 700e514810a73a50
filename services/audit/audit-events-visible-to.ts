import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The lines of the audit trail that a viewer may read: an auditor all, anyone else none. */
export function auditEventsVisibleTo(viewer: Viewer): Prisma.AuditEventWhereInput {
  return can(viewer, 'audit.view') ? {} : { id: { in: [] } }
}
