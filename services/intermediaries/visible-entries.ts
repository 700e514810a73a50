import { couldEver } from '#domain/access/can.ts'
import type { PermissionSubject } from '#domain/access/can.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** True for the office that checks: it sees an application from the day on which it was submitted, never a draft. */
export const seesAllEntries = (viewer: Viewer): boolean => couldEver(viewer, 'entry.queue')

/** The applications a viewer may know of: the own ones, whole; for the reform office, what was submitted. */
export function visibleEntries(viewer: Viewer): Prisma.EntryApplicationWhereInput {
  const own = viewer.kind === 'USER' && viewer.userId !== null ? [{ applicantUserId: viewer.userId }] : []
  return { OR: [...own, ...(seesAllEntries(viewer) ? [{ submittedAt: { not: null } }] : [])] }
}

/** What everybody sees: applications in publicity, from its first day. */
export const publishedEntries = (today: CalendarDay): Prisma.EntryApplicationWhereInput => ({
  state: 'PUBLICITY',
  publicityFromOn: { lte: toDbDay(today) },
})

/** The application as `can` asks about it. */
export const entryFacts = ({ applicantUserId }: { readonly applicantUserId: string }): PermissionSubject => ({
  entrantUserId: applicantUserId,
})
