import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** What has to be read with an entry, so that its appeal and its kind are known wherever it is shown or counted. */
export const listEntryFacts = {
  case: { select: { kind: true, appeals: { select: { filedAt: true, decidedAt: true } } } },
} as const satisfies Prisma.ListEntryInclude

type ListEntryRow = Prisma.ListEntryGetPayload<{ include: typeof listEntryFacts }>

/** A stored entry as the rules know it. Of several appeals the last one counts: an earlier one was withdrawn or not admitted. */
export function toListEntry({ case: source, ...row }: ListEntryRow): ListEntry {
  const appeal = source?.appeals.toSorted((a, b) => a.filedAt.getTime() - b.filedAt.getTime()).at(-1)
  return {
    entryId: row.id,
    list: row.list,
    fromOn: fromDbDay(row.fromOn),
    untilOn: fromDbDayOrNull(row.untilOn),
    status: row.status,
    endedOn: row.endedAt && shanghaiDayOf(row.endedAt),
    isFromBrokenCommitments: source?.kind === 'BROKEN_COMMITMENTS',
    appealedOn: appeal ? shanghaiDayOf(appeal.filedAt) : null,
    appealDecidedOn: appeal?.decidedAt ? shanghaiDayOf(appeal.decidedAt) : null,
  }
}
