import { refreshStanding } from '../credit/refresh-standing.ts'
import { nextNumber } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/** How an entry ends before its last day. */
export interface EntryEnd {
  readonly as: 'ANNULLED' | 'REPAIRED' | 'REMOVED'
  /** As printed on the delisting document. */
  readonly reason: string
}

/** Each end is told under a topic of its own: who received the entry learns in which way it fell. */
const topics = {
  ANNULLED: 'listings.entryAnnulled',
  REPAIRED: 'listings.entryRepaired',
  REMOVED: 'listings.entryRemoved',
} as const

/**
 * Takes an entry off its list at once 移出: publicity and effects end together, a delisting document is numbered, and everyone who received the
 * entry is told (rulebook R5: within 1 working day; here in the same transaction). An annulment also reaches an entry that a repair ended
 * before: it is then as if it had never been.
 * @throws RefusedError ENTRY_ENDED
 */
export async function endListEntry(unit: UnitOfWork, entryId: string, { as, reason }: EntryEnd): Promise<void> {
  const { tx, now } = unit
  await tx.$queryRaw`SELECT 1 FROM "ListEntry" WHERE "id" = ${entryId}::uuid FOR UPDATE`
  const row = await tx.listEntry.findUniqueOrThrow({ where: { id: entryId } })
  const mayEnd = row.status === 'ACTIVE' || (as === 'ANNULLED' && row.status === 'REPAIRED')
  if (!mayEnd) throw new RefusedError({ code: 'ENTRY_ENDED', status: row.status })
  const delistingNumber = await nextNumber(unit, 'DELISTING')
  await tx.listEntry.update({ where: { id: entryId }, data: { status: as, endedAt: now, endReason: reason, delistingNumber } })
  await unit.audit({
    action: 'listings.endEntry',
    entity: 'ListEntry',
    entityId: entryId,
    before: { status: row.status, delistingNumber: row.delistingNumber },
    after: { number: row.number, status: as, delistingNumber },
    basis: reason,
  })
  await refreshStanding(unit, row.subjectId)
  await unit.outbox(topics[as], 'ListEntry', entryId)
}
