import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** True for the officials of the procedure, who see every case from its report on. */
export const seesAllCases = (viewer: Viewer): boolean => can(viewer, 'violation.view')

/** The cases a viewer may know of. A party learns of its case by the notice or by a suspension; before that, nobody outside does. */
export function visibleCases(viewer: Viewer): Prisma.ViolationCaseWhereInput {
  if (seesAllCases(viewer)) return {}
  const { subjectId } = viewer
  if (subjectId === null || !can(viewer, 'violation.view', { concernedSubjectId: subjectId })) return { id: { in: [] } }
  return { subjectId, OR: [{ noticeServedAt: { not: null } }, { suspensions: { some: {} } }] }
}
