import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleEngagements } from './visible-engagements.ts'

/** The disputes a viewer may know of: those in the own engagements; reform offices and auditors all. Agencies none. */
export function visibleDisputes(viewer: Viewer): Prisma.EngagementDisputeWhereInput {
  return can(viewer, 'dispute.oversee') ? {} : { engagement: visibleEngagements(viewer) }
}
