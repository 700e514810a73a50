import { createHash } from 'node:crypto'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { withOwnStatements } from '#prisma/own-statements.ts'
import { createTrail } from './trail.ts'
import type { AuditEntry, RecordedStep, Trail } from './trail.ts'
import { RefusedError } from './use-case-error.ts'
import type { UseCaseContext } from './use-case-context.ts'

/** One transaction in the making: its `now` is one instant, and all that must hold together is written through it. */
export interface UnitOfWork {
  readonly tx: Tx
  readonly now: Date
  readonly viewer: Viewer
  readonly context: UseCaseContext
  /** One line of the audit trail; this and what follows is written just before the commit (services/kernel/trail.ts). */
  audit(entry: AuditEntry): Promise<void>
  auditAll(entries: readonly AuditEntry[]): Promise<void>
  /** Puts steps on the record of their procedures: `recordStep` is the way to it. */
  recordAll(steps: readonly RecordedStep[]): Promise<void>
  /** Tells the worker that this thing changed; the worker reads the row itself. */
  outbox(topic: string, entity: string, entityId: string): Promise<void>
  outboxAll(topic: string, entity: string, entityIds: readonly string[]): Promise<void>
  /** Writes a numbered document as the last thing before the commit (services/kernel/trail.ts). */
  finish: Trail['finish']
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
  readonly timeoutMs?: number | undefined
  readonly maxWaitMs?: number | undefined
  /** What windows do all day: its hand-written statements are prepared (prisma/own-statements.ts). */
  readonly isPrepared?: boolean
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
  patience: TransactionPatience = {},
): Promise<string> {
  const actorId = actorOf(context)
  const inputHash = createHash('sha256').update(JSON.stringify(command.input)).digest('hex')
  return transact(
    context,
    async (unit, trail) => {
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
      await trail.write({ actorId, clientMutationId, resultId })
      return resultId
    },
    patience,
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
  timeoutMs?: number,
  maxWaitMs?: number,
): Promise<T> {
  return transact(
    context,
    async (unit, trail) => {
      const made = await work(unit)
      await trail.write()
      return made
    },
    { timeoutMs, maxWaitMs },
  )
}

async function transact<T>(
  context: UseCaseContext,
  work: (unit: UnitOfWork, trail: Trail) => Promise<T>,
  { timeoutMs = 30_000, maxWaitMs = 10_000, isPrepared = false }: TransactionPatience,
): Promise<T> {
  return context.prisma.$transaction(
    async (given) => {
      const tx = isPrepared ? await withOwnStatements(context.pool, given) : given
      const now = context.clock.now()
      const trail = createTrail(tx, { viewer: context.viewer, requestId: context.requestId, now })
      return work(createUnit(context, tx, now, trail), trail)
    },
    { maxWait: maxWaitMs, timeout: timeoutMs },
  )
}

function actorOf({ viewer }: UseCaseContext): string {
  // A key never shares its wishes with the officer who answers for it, nor loses them when another takes over.
  if (viewer.kind === 'API_KEY') return `organisation:${viewer.organisationId}`
  return viewer.userId ?? viewer.kind
}

function createUnit(context: UseCaseContext, tx: Tx, now: Date, trail: Trail): UnitOfWork {
  return {
    tx,
    now,
    viewer: context.viewer,
    context,
    audit: (entry) => trail.audit([entry]),
    auditAll: (entries) => trail.audit(entries),
    recordAll: (steps) => trail.record(steps),
    outbox: (topic, entity, entityId) => trail.tell(topic, entity, [entityId]),
    outboxAll: (topic, entity, entityIds) => trail.tell(topic, entity, entityIds),
    finish: (numbering, statement) => trail.finish(numbering, statement),
  }
}

/** JSON of a domain value for a Json column; undefined leaves the column empty. */
export function asJson(value: unknown): Prisma.InputJsonValue | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue)
}
