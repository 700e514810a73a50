import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { fromDbDayOrNull, toDbDay } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { endListEntry } from '../listings/end-list-entry.ts'

/**
 * What a variation does to the entries of a case: they end earlier, or they fall while the finding and its points stay. The caller
 * refreshes the standing.
 * @param untilOn the new last public day; null: no listing
 */
export async function varyEntry(unit: UnitOfWork, caseId: string, untilOn: CalendarDay | null, reason: string): Promise<void> {
  const entries = await unit.tx.listEntry.findMany({ where: { caseId, status: 'ACTIVE' } })
  for (const entry of entries) {
    if (untilOn === null) {
      await endListEntry(unit, entry.id, { as: 'ANNULLED', reason })
      continue
    }
    await unit.tx.listEntry.update({ where: { id: entry.id }, data: { untilOn: toDbDay(untilOn) } })
    await unit.audit({
      action: 'listings.varyEntry',
      entity: 'ListEntry',
      entityId: entry.id,
      before: { untilOn: fromDbDayOrNull(entry.untilOn) },
      after: { number: entry.number, untilOn },
      basis: reason,
    })
    await unit.outbox('listings.entryVaried', 'ListEntry', entry.id)
  }
}
