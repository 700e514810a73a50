import { can } from '#domain/access/can.ts'
import type { PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** True for the officials of the procedure, who see every nomination; an authority sees its own. */
export const seesAllNominations = (viewer: Viewer): boolean => can(viewer, 'redList.view')

/** The nominations a viewer may work with. What is in publicity, everybody reads as published, not as the procedure. */
export function visibleNominations(viewer: Viewer): Prisma.RedListNominationWhereInput {
  if (seesAllNominations(viewer)) return {}
  const { organisationId } = viewer
  return organisationId !== null && can(viewer, 'redList.view', { organisationId }) ? { organisationId } : { id: { in: [] } }
}

/** What everybody reads: nominations in publicity, from its first day until they are decided. */
export const publishedNominations = (today: CalendarDay): Prisma.RedListNominationWhereInput => ({
  state: 'PUBLICITY',
  publicFromOn: { lte: toDbDay(today) },
})

/** The nomination as `can` asks about it; who ordered its publicity stands where an investigator stands in a case. */
export const nominationFacts = (
  row: { readonly organisationId: string | null; readonly subjectId: string; readonly nominatedById: string | null },
  examinedById: string | null,
): PermissionSubject => ({
  organisationId: row.organisationId,
  concernedSubjectId: row.subjectId,
  reporterUserId: row.nominatedById,
  investigatorUserId: examinedById,
})
