import { refreshConcernedFirms } from '#services/catalogue/refresh-concerned-firms.ts'
import type { UnitOfWork } from '#services/kernel/run-use-case.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { notifyOfEvent } from '#services/notifications/notify-of-event.ts'
import type { JobLog } from './log-to-pino.ts'
import type { Job } from './worker.ts'

interface PendingEvent {
  readonly id: bigint
  readonly topic: string
  readonly entity: string
  readonly entityId: string
}

const BATCH = 100
/** An event that could not be handled so often waits for a person; `attempts` set back to 0 tries it again. */
const TRIES = 10

/**
 * Outbox. Written by: use cases, in their own transaction. Drained by: this job, woken by each write and by the minute. Two drainers
 * share the work (SKIP LOCKED). An event is done in the transaction that handled it; after a crash it is simply still pending. To
 * replay: set processedAt back to null. One event that can't be handled holds up no other: its batch is then done one by one.
 */
export const drainOutbox: Job = async (context, log) => {
  for (;;) {
    const handled = await drainBatch(context, BATCH).catch((error: unknown) => {
      log.error({ err: error }, 'a batch of the outbox failed; its events are handled one by one')
      return null
    })
    if (handled === null) return drainSingly(context, log)
    if (handled > 0) log.debug({ handled }, 'outbox drained')
    if (handled < BATCH) return
  }
}

const drainBatch = (context: UseCaseContext, size: number): Promise<number> =>
  runInTransaction(context, async (unit) => {
    const events = await unit.tx.$queryRaw<PendingEvent[]>`
      SELECT "id", "topic", "entity", "entityId" FROM "OutboxEvent"
      WHERE "processedAt" IS NULL AND "attempts" < ${TRIES} ORDER BY "id" LIMIT ${size} FOR UPDATE SKIP LOCKED`
    await handle(unit, events)
    return events.length
  })

async function handle(unit: UnitOfWork, events: readonly PendingEvent[]): Promise<void> {
  await refreshConcernedFirms(unit, events)
  for (const event of events) await notifyOfEvent(unit, event)
  await unit.tx.outboxEvent.updateMany({ where: { id: { in: events.map(({ id }) => id) } }, data: { processedAt: unit.now } })
}

async function drainSingly(context: UseCaseContext, log: JobLog): Promise<void> {
  const pending = await context.prisma.outboxEvent.findMany({
    where: { processedAt: null, attempts: { lt: TRIES } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: BATCH,
  })
  for (const { id } of pending) {
    try {
      await runInTransaction(context, async (unit) => {
        const events = await unit.tx.$queryRaw<PendingEvent[]>`
          SELECT "id", "topic", "entity", "entityId" FROM "OutboxEvent"
          WHERE "id" = ${id} AND "processedAt" IS NULL FOR UPDATE SKIP LOCKED`
        await handle(unit, events)
      })
    } catch (error) {
      const lastError = String(error).slice(0, 500)
      const { topic, attempts } = await context.prisma.outboxEvent.update({
        where: { id },
        data: { attempts: { increment: 1 }, lastError },
      })
      log.error({ err: error, topic, attempts, outboxId: String(id) }, 'an event of the outbox could not be handled')
    }
  }
}
