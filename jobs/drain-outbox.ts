import { refreshConcernedFirms } from '#services/catalogue/refresh-concerned-firms.ts'
import { notifyOfEvent } from '#services/notifications/notify-of-event.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Job } from './worker.ts'

interface PendingEvent {
  readonly id: bigint
  readonly topic: string
  readonly entity: string
  readonly entityId: string
}

const BATCH = 100

/**
 * Outbox. Written by: use cases, in their own transaction. Drained by: this job, woken by each write and by the minute. Two drainers
 * share the work (SKIP LOCKED). An event is done in the transaction that handled it; after a crash it is simply still pending. To
 * replay: set processedAt back to null.
 */
export const drainOutbox: Job = async (context, log) => {
  for (;;) {
    const handled = await runInTransaction(context, async (unit) => {
      const events = await unit.tx.$queryRaw<PendingEvent[]>`
        SELECT "id", "topic", "entity", "entityId" FROM "OutboxEvent"
        WHERE "processedAt" IS NULL ORDER BY "id" LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
      await refreshConcernedFirms(unit, events)
      for (const event of events) await notifyOfEvent(unit, event)
      await unit.tx.outboxEvent.updateMany({ where: { id: { in: events.map(({ id }) => id) } }, data: { processedAt: unit.now } })
      return events.length
    })
    if (handled > 0) log.debug({ handled }, 'outbox drained')
    if (handled < BATCH) return
  }
}
