import { addDays, shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { ListEntryMark } from '#domain/listings/list-entry.ts'
import type { ListKind } from '#domain/listings/list-kind.ts'
import type { PrismaClient } from '#prisma/client.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** An entry that left the public lists: that it did, when and how; never whom it was about. */
export interface EndedEntryFacts {
  readonly number: string
  readonly list: ListKind
  readonly mark: ListEntryMark
  /** The first day without it. */
  readonly endedOn: CalendarDay
  readonly delistingNumber: string | null
}

const MOST = 100

/**
 * Entries that have ended by that day, the last one first; at most 100. Persons on the dishonesty list were never public and aren't here.
 * @param days only those that ended in so many days
 */
export async function findEndedEntries(
  prisma: PrismaClient,
  which: { readonly number?: string; readonly list?: ListKind },
  today: CalendarDay,
  days?: number,
): Promise<readonly EndedEntryFacts[]> {
  const since = days === undefined ? null : addDays(today, -days)
  const ended: Prisma.ListEntryWhereInput = {
    status: { not: 'ACTIVE' },
    ...(since && { endedAt: { gte: startOfShanghaiDay(since) } }),
  }
  const expired: Prisma.ListEntryWhereInput = {
    status: 'ACTIVE',
    untilOn: { lt: toDbDay(today), ...(since && { gte: toDbDay(addDays(since, -1)) }) },
  }
  const wasPublic: Prisma.ListEntryWhereInput = { OR: [{ list: { not: 'DISHONESTY' } }, { subject: { kind: 'ORGANISATION' } }] }
  // Two statements, each with an index of its own.
  const rows = await Promise.all(
    [ended, expired].map((where) =>
      prisma.listEntry.findMany({
        where: { AND: [which, where, wasPublic] },
        orderBy: [{ endedAt: 'desc' }, { untilOn: 'desc' }],
        take: MOST,
      }),
    ),
  )
  return rows
    .flat()
    .map(({ number, list, status, endedAt, untilOn, fromOn, delistingNumber }) => ({
      ...{ number, list, delistingNumber },
      mark: status === 'ACTIVE' ? ('EXPIRED' as const) : status,
      endedOn: endedAt ? shanghaiDayOf(endedAt) : addDays(fromDbDay(untilOn ?? fromOn), 1),
    }))
    .sort((a, b) => (a.endedOn < b.endedOn ? 1 : -1))
    .slice(0, MOST)
}
