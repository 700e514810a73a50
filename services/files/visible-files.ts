import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { visibleApprovalCases } from '../acceptance/visible-cases.ts'
import { visibleCommitments } from '../commitments/visible-commitments.ts'
import { visibleDisputes } from '../engagements/visible-disputes.ts'
import { visibleEngagements } from '../engagements/visible-engagements.ts'

/**
 * The stored files that a viewer may download: those of engagements the viewer may see, once they stand in a contract or a deliverable (before
 * that, the own ones); a deliverable that serves as material in a case the viewer may see; what was handed in as a material of such a case; what
 * was delivered for a promise the viewer may see; and what the parties of a dispute have put forward, for the office that answers it. Files of
 * procedures are asked for apart (`isInVisibleProcedure`): who reads one hangs on its audience there.
 */
export function visibleFiles(viewer: Viewer): Prisma.StoredFileWhereInput {
  const isInUse: Prisma.StoredFileWhereInput = { OR: [{ contracts: { some: {} } }, { deliverables: { some: {} } }] }
  return {
    state: 'STORED',
    OR: [
      ...(viewer.userId === null ? [] : [{ uploadedById: viewer.userId, engagement: visibleEngagements(viewer) }]),
      { engagement: visibleEngagements(viewer), ...isInUse },
      { deliverables: { some: { caseMaterials: { some: { case: visibleApprovalCases(viewer) } } } } },
      { materials: { some: { material: { case: visibleApprovalCases(viewer) } } } },
      { deliveries: { some: { commitment: visibleCommitments(viewer) } } },
      { engagement: { disputes: { some: visibleDisputes(viewer) } }, ...isInUse },
    ],
  }
}
