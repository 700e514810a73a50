import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** True for the officials of the procedure, who see every case from its report on; in a case of their own they are the party all the same. */
export const seesAllCases = (viewer: Viewer): boolean => can(viewer, 'violation.view')

/** Whether a viewer reads this case as an official does: who reported it and what was found. Nobody reads the own case so. */
export const readsAsOfficial = (viewer: Viewer, { subjectId }: { readonly subjectId: string }): boolean =>
  seesAllCases(viewer) && viewer.subjectId !== subjectId

/** The cases a viewer may know of. A party learns of its case by the notice or by a suspension; before that, nobody outside does. */
export function visibleCases(viewer: Viewer): Prisma.ViolationCaseWhereInput {
  const { subjectId } = viewer
  const isOfficial = seesAllCases(viewer)
  if (subjectId === null) return isOfficial ? {} : { id: { in: [] } }
  const told: Prisma.ViolationCaseWhereInput[] = [{ noticeServedAt: { not: null } }, { suspensions: { some: {} } }]
  if (isOfficial) return { OR: [{ subjectId: { not: subjectId } }, ...told] }
  return can(viewer, 'violation.view', { concernedSubjectId: subjectId }) ? { subjectId, OR: told } : { id: { in: [] } }
}
