import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { ListEntry as ListEntryRow, ViolationCase } from '#prisma/generated/client.ts'

/** A stored entry as the rules know it. */
export function toListEntry(row: ListEntryRow & { readonly case: Pick<ViolationCase, 'kind'> | null }): ListEntry {
  return {
    entryId: row.id,
    list: row.list,
    fromOn: fromDbDay(row.fromOn),
    untilOn: fromDbDayOrNull(row.untilOn),
    status: row.status,
    endedOn: row.endedAt && shanghaiDayOf(row.endedAt),
    isFromBrokenCommitments: row.case?.kind === 'BROKEN_COMMITMENTS',
    appealedOn: null,
    appealDecidedOn: null,
  }
}
