import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { goesBackOnRedList } from '#domain/listings/red-list-restoration.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordStep } from '../procedures/record-step.ts'

/**
 * Puts back on the red list whoever was removed because of an entry that is annulled by now: what rested on it is as if it had never been
 * (rulebook R5). Those removed for any other reason stay off. Everyone who was told of the removal is told. The caller refreshes the standing.
 */
export async function restoreToRedList(unit: UnitOfWork, subjectId: string): Promise<void> {
  const { tx } = unit
  const entries = await tx.listEntry.findMany({ where: { subjectId, list: 'RED_LIST', status: { in: ['ACTIVE', 'REMOVED'] } } })
  // Nominated and listed anew in the meantime: nobody stands there twice.
  if (entries.length === 0 || entries.some(({ status }) => status === 'ACTIVE')) return
  const barring = await barringEntries(tx, subjectId)
  for (const { id, number, nominationId, delistingNumber, endedAt } of entries) {
    if (!nominationId || !endedAt) continue
    const cause = await causeOfRemoval(tx, nominationId, endedAt)
    if (!cause || !goesBackOnRedList({ cause, removedOn: shanghaiDayOf(endedAt) }, barring)) continue
    await tx.listEntry.update({ where: { id }, data: { status: 'ACTIVE', endedAt: null, endReason: null, delistingNumber: null } })
    const step = { procedure: 'RED_LIST', entityId: nominationId, kind: 'RED_LIST_RESTORED', facts: { number, cause } } as const
    await recordStep(unit, { ...step, audience: 'PUBLIC' })
    await unit.audit({
      action: 'redList.restore',
      entity: 'ListEntry',
      entityId: id,
      before: { status: 'REMOVED', delistingNumber },
      after: { number, status: 'ACTIVE', cause },
    })
    await unit.outbox('listings.entryRestored', 'ListEntry', id)
  }
}

async function barringEntries(tx: Tx, subjectId: string) {
  const rows = await tx.listEntry.findMany({ where: { subjectId, list: { not: 'RED_LIST' } } })
  return rows.map(({ number, status, untilOn, endedAt }) => ({
    ...{ number, status, untilOn: fromDbDayOrNull(untilOn), endedOn: endedAt && shanghaiDayOf(endedAt) },
  }))
}

/** The number of the entry because of which it was removed then; null where its yearly review removed it. */
async function causeOfRemoval(tx: Tx, nominationId: string, at: Date): Promise<string | null> {
  const removal = await tx.procedureEvent.findFirst({
    where: { procedure: 'RED_LIST', entityId: nominationId, kind: 'RED_LIST_REMOVED', at },
  })
  const { cause } = (removal?.facts ?? {}) as { readonly cause?: string }
  return cause ?? null
}
