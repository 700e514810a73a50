import { can } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** The changes a viewer may know of: all for those who check and audit them, those of the own firm for an institution. */
export function visibleRegisterChanges(viewer: Viewer): Prisma.RegisterChangeWhereInput {
  if (can(viewer, 'registerChange.view')) return {}
  const { subjectId } = viewer
  if (subjectId === null || !can(viewer, 'registerChange.view', { intermediarySubjectId: subjectId })) return { id: { in: [] } }
  return { intermediary: { subjectId } }
}
