import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { seesAllCases } from './visible-cases.ts'

/**
 * The list entries a viewer may know of. Publicity ends with its window, a repair or an annulment: from then on the entry is nobody's
 * business but the party's and the officials'. Persons are never published on the dishonesty list.
 */
export function visibleEntries(viewer: Viewer, today: CalendarDay): Prisma.ListEntryWhereInput {
  if (seesAllCases(viewer)) return {}
  const published = publishedEntries(today)
  return viewer.subjectId === null ? published : { OR: [published, { subjectId: viewer.subjectId, status: { not: 'ANNULLED' } }] }
}

/** What stands on the public lists on that day. */
export function publishedEntries(today: CalendarDay): Prisma.ListEntryWhereInput {
  const day = toDbDay(today)
  return {
    status: 'ACTIVE',
    fromOn: { lte: day },
    AND: [
      { OR: [{ untilOn: null }, { untilOn: { gte: day } }] },
      { OR: [{ list: { in: ['BLACKLIST', 'RED_LIST'] } }, { subject: { kind: 'ORGANISATION' } }] },
    ],
  }
}
