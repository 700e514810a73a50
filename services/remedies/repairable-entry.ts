import type { PermissionSubject } from '#domain/access/can.ts'
import type { RepairableEntry } from '#domain/remedies/credit-repair.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** What has to be read of a list entry to know what a repair of it meets. */
export const repairableFacts = {
  case: { select: { number: true, reporterId: true, investigatorId: true } },
  repairs: { select: { id: true, state: true } },
} as const satisfies Prisma.ListEntryInclude

export type RepairableRow = Prisma.ListEntryGetPayload<{ include: typeof repairableFacts }>

/** A stored entry as the repair procedure knows it. @param repairId the repair that asks; the others are the other ones */
export function repairableEntry(row: RepairableRow, repairId: string | null = null): RepairableEntry {
  return {
    list: row.list,
    status: row.status,
    untilOn: fromDbDayOrNull(row.untilOn),
    earliestRepairOn: fromDbDayOrNull(row.earliestRepairOn),
    reporterId: row.case?.reporterId ?? null,
    investigatorId: row.case?.investigatorId ?? null,
    hasOpenRepair: row.repairs.some(({ id, state }) => id !== repairId && state === 'FILED'),
  }
}

/** The entry as `can` asks about it. */
export const repairFacts = (row: RepairableRow): PermissionSubject => ({
  concernedSubjectId: row.subjectId,
  reporterUserId: row.case?.reporterId ?? null,
  investigatorUserId: row.case?.investigatorId ?? null,
})
