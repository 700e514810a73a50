import { createHash } from 'node:crypto'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { RefusedError } from './use-case-error.ts'
import type { UseCaseContext } from './use-case-context.ts'

/** One line of the audit trail: who did what to which thing, on what basis. Actor, time and request are added here. */
export interface AuditEntry {
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before?: unknown
  readonly after?: unknown
  readonly basis?: string
}

/** One transaction in the making: its `now` is one instant, and all that must hold together is written through it. */
export interface UnitOfWork {
  readonly tx: Tx
  readonly now: Date
  readonly viewer: Viewer
  readonly context: UseCaseContext
  audit(entry: AuditEntry): Promise<void>
  /** Many lines by one statement: for sweeps. */
  auditAll(entries: readonly AuditEntry[]): Promise<void>
  /** Tells the worker that this thing changed; the worker reads the row itself. */
  outbox(topic: string, entity: string, entityId: string): Promise<void>
  /** The same of many things by one statement and one waking. */
  outboxAll(topic: string, entity: string, entityIds: readonly string[]): Promise<void>
}

export interface Command {
  /** Name of the use case, for idempotency and audit. */
  readonly operation: string
  /** Chosen by the caller, once per intent; the same id again answers with the first result. */
  readonly clientMutationId: string
  /** What was asked, to tell a retry from another wish under the same id. */
  readonly input: unknown
}

/** How long a transaction may wait for a connection, and how long it may then take before it is rolled back. */
export interface TransactionPatience {
  readonly timeoutMs?: number
  readonly maxWaitMs?: number
}

/**
 * Runs a write in one transaction, at most once per (actor, clientMutationId). `work` returns the id of what it made or changed;
 * a retry gets the same id and does nothing. Errors roll everything back.
 * @throws RefusedError CLIENT_MUTATION_ID_REUSED when the id was used for another wish
 */
export async function runUseCase(
  context: UseCaseContext,
  command: Command,
  work: (unit: UnitOfWork) => Promise<string>,
  { timeoutMs, maxWaitMs }: TransactionPatience = {},
): Promise<string> {
  const actorId = actorOf(context)
  const inputHash = createHash('sha256').update(JSON.stringify(command.input)).digest('hex')
  return runInTransaction(
    context,
    async (unit) => {
      const { tx, now } = unit
      const { clientMutationId, operation } = command
      // Waits for a twin that is still under way, then sees its result: the primary key is the lock.
      const claimed = await tx.$executeRaw`
        INSERT INTO "ClientMutation" ("actorId", "clientMutationId", "operation", "inputHash", "resultId", "createdAt")
        VALUES (${actorId}, ${clientMutationId}, ${operation}, ${inputHash}, '', ${now}) ON CONFLICT DO NOTHING`
      if (claimed === 0) {
        const first = await tx.clientMutation.findUniqueOrThrow({ where: { actorId_clientMutationId: { actorId, clientMutationId } } })
        if (first.operation !== operation || first.inputHash !== inputHash) throw new RefusedError({ code: 'CLIENT_MUTATION_ID_REUSED' })
        return first.resultId
      }
      const resultId = await work(unit)
      await tx.$executeRaw`
        UPDATE "ClientMutation" SET "resultId" = ${resultId} WHERE "actorId" = ${actorId} AND "clientMutationId" = ${clientMutationId}`
      return resultId
    },
    timeoutMs,
    maxWaitMs,
  )
}

/**
 * A transaction without a caller's id: for the worker's sweeps, which are idempotent by what they find.
 * @param timeoutMs after which it is rolled back; a request's work takes far less, an import of a whole register more
 * @param maxWaitMs how long it may wait for a connection
 */
export async function runInTransaction<T>(
  context: UseCaseContext,
  work: (unit: UnitOfWork) => Promise<T>,
  timeoutMs = 30_000,
  maxWaitMs = 10_000,
): Promise<T> {
  return context.prisma.$transaction(async (tx) => work(createUnit(context, tx)), { maxWait: maxWaitMs, timeout: timeoutMs })
}

function actorOf({ viewer }: UseCaseContext): string {
  // A key never shares its wishes with the officer who answers for it, nor loses them when another takes over.
  if (viewer.kind === 'API_KEY') return `organisation:${viewer.organisationId}`
  return viewer.userId ?? viewer.kind
}

// What every use case writes is written by hand: a statement of Prisma's costs as much as the rest of the request (bench accept).
function createUnit(context: UseCaseContext, tx: Tx): UnitOfWork {
  const now = context.clock.now()
  const { viewer, requestId } = context
  const auditAll = async (entries: readonly AuditEntry[]) => {
    if (entries.length === 0) return
    await tx.$executeRaw`
      INSERT INTO "AuditEvent" ("at", "actorId", "actorName", "actorRoles", "organisationId", "requestId",
        "action", "entity", "entityId", "before", "after", "basis")
      SELECT ${now}::timestamptz, ${viewer.userId}, ${viewer.name ?? viewer.kind}, ${[...viewer.roles]}::text[], ${viewer.organisationId}, ${requestId}, entry.*
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        AS entry("action" text, "entity" text, "entityId" text, "before" jsonb, "after" jsonb, "basis" text)`
  }
  const outboxAll = async (topic: string, entity: string, entityIds: readonly string[]) => {
    if (entityIds.length === 0) return
    // Wakes the worker at commit; without a job key no two writers ever wait for one another here.
    await tx.$executeRaw`
      WITH told AS (
        INSERT INTO "OutboxEvent" ("topic", "entity", "entityId", "createdAt")
        SELECT ${topic}, ${entity}, id, ${now}::timestamptz FROM unnest(${[...entityIds]}::text[]) WITH ORDINALITY AS them(id, n) ORDER BY n)
      SELECT graphile_worker.add_job('drain-outbox')`
  }
  return {
    tx,
    now,
    viewer,
    context,
    audit: (entry) => auditAll([entry]),
    auditAll,
    outbox: (topic, entity, entityId) => outboxAll(topic, entity, [entityId]),
    outboxAll,
  }
}

/** JSON of a domain value for a Json column; undefined leaves the column empty. */
export function asJson(value: unknown): Prisma.InputJsonValue | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue)
}
