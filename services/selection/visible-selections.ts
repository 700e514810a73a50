import { can } from '#domain/access/can.ts'
import type { PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Prisma, Selection } from '#prisma/generated/client.ts'

/** What was announced is everyone's to see; a draft is its owner's alone. */
export function visibleSelections(viewer: Viewer): Prisma.SelectionWhereInput {
  const { subjectId } = viewer
  const isOwner = subjectId !== null && can(viewer, 'selection.manage', { applicantSubjectId: subjectId })
  return isOwner ? { OR: [{ announcedAt: { not: null } }, { applicantId: subjectId }] } : { announcedAt: { not: null } }
}

/** The facts by which it is decided who may do what in a selection. */
export const selectionFacts = ({ applicantId, supervisorId }: Pick<Selection, 'applicantId' | 'supervisorId'>): PermissionSubject => ({
  applicantSubjectId: applicantId,
  concernedSubjectId: applicantId,
  organisationId: supervisorId,
})

/** The owner of the project and the supervising body: what isn't public is theirs to see. */
export function isInsider(viewer: Viewer, row: Pick<Selection, 'applicantId' | 'supervisorId'>): boolean {
  const facts = selectionFacts(row)
  return can(viewer, 'selection.manage', facts) || can(viewer, 'selection.supervise', facts)
}
