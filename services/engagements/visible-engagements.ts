import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The engagements a viewer may know of: those of the own subject, as owner or as intermediary. */
export function visibleEngagements(viewer: Viewer): Prisma.EngagementWhereInput {
  const { subjectId } = viewer
  if (subjectId === null) return { id: { in: [] } }
  const asOwner = can(viewer, 'engagement.view', { applicantSubjectId: subjectId })
  const asIntermediary = can(viewer, 'engagement.view', { intermediarySubjectId: subjectId })
  const mine: Prisma.EngagementWhereInput[] = [
    ...(asOwner ? [{ applicantId: subjectId }] : []),
    ...(asIntermediary ? [{ intermediary: { subjectId } }] : []),
  ]
  return mine.length > 0 ? { OR: mine } : { id: { in: [] } }
}
