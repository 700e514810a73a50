import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The reports a viewer may know of: the own ones. Officials see the alert, which doesn't say who reported (河南条例 art. 78). */
export function visibleDemandReports(viewer: Viewer): Prisma.DemandReportWhereInput {
  const { subjectId } = viewer
  if (subjectId === null || !can(viewer, 'demand.view', { applicantSubjectId: subjectId })) return { id: { in: [] } }
  return { reporterSubjectId: subjectId }
}
