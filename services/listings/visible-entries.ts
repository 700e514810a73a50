import type { Viewer } from '#domain/access/viewer.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ListKind } from '#domain/listings/list-kind.ts'
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

/**
 * What stands on the public lists on that day.
 * @param list where only one is asked for: who stands on the others needn't be looked at
 */
export function publishedEntries(today: CalendarDay, list: ListKind | null = null): Prisma.ListEntryWhereInput {
  const day = toDbDay(today)
  const isOpen: Prisma.ListEntryWhereInput = { OR: [{ untilOn: null }, { untilOn: { gte: day } }] }
  const ofFirm: Prisma.ListEntryWhereInput = { subject: { kind: 'ORGANISATION' } }
  const shown: Record<ListKind, Prisma.ListEntryWhereInput> = { BLACKLIST: {}, RED_LIST: {}, DISHONESTY: ofFirm }
  const isShown = list === null ? { OR: [{ list: { in: ['BLACKLIST' as const, 'RED_LIST' as const] } }, ofFirm] } : shown[list]
  return { status: 'ACTIVE', fromOn: { lte: day }, AND: [isOpen, isShown] }
}
