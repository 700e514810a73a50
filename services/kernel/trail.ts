import { randomUUID } from 'node:crypto'
import type { Viewer } from '#domain/access/viewer.ts'
import type { Tx } from '#prisma/client.ts'
import { Prisma } from '#prisma/generated/client.ts'
import type { Audience, Procedure } from '#prisma/generated/client.ts'

/** One line of the audit trail: who did what to which thing, on what basis. Actor, time and request are added here. */
export interface AuditEntry {
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before?: unknown
  readonly after?: unknown
  readonly basis?: string
}

/** One step on the record of a procedure, as its row is written. */
export interface RecordedStep {
  readonly at: Date
  readonly procedure: Procedure
  readonly entityId: string
  readonly kind: string
  readonly audience: Audience
  readonly facts: object
  readonly actorId: string | null
  readonly organisationId: string | null
}

/** The answer that a retry of the same wish gets. */
export interface KeptResult {
  readonly actorId: string
  readonly clientMutationId: string
  readonly resultId: string
}

/**
 * What every use case leaves beside its own rows: lines of the audit trail, steps on record, news for the worker, the answer for a retry. Put
 * together while it works and written as the last thing before the commit, by one statement: each of its own would cost as much as the rest
 * of a request (bench accept). Nothing in a transaction may read what it leaves here.
 */
export interface Trail {
  audit(entries: readonly AuditEntry[]): Promise<void>
  record(steps: readonly RecordedStep[]): Promise<void>
  tell(topic: string, entity: string, entityIds: readonly string[]): Promise<void>
  /**
   * Lets a statement be written with the trail, under a number without gaps, for which everyone of its kind waits until the commit. In it the
   * number is `(SELECT "number" FROM given)`; in lines and steps it is what this answers with.
   */
  finish(numbering: Prisma.Sql, statement: Prisma.Sql): string
  write(result?: KeptResult): Promise<void>
}

/** Who leaves the trail, and when. */
export interface TrailMaker {
  readonly viewer: Viewer
  readonly requestId: string
  readonly now: Date
}

export function createTrail(tx: Tx, { viewer, requestId, now }: TrailMaker): Trail {
  // As text at once: what the caller does to its objects afterwards is not what it reported.
  const [audited, steps, news]: [string[], string[], string[]] = [[], [], []]
  let last = { numbering: Prisma.sql`SELECT '' AS "number"`, statement: Prisma.sql`SELECT`, placeholder: '' }
  const keep = (list: string[], rows: readonly object[]): Promise<void> => {
    for (const row of rows) list.push(JSON.stringify(row))
    return Promise.resolve()
  }
  return {
    audit: (entries) => keep(audited, entries),
    record: (taken) => keep(steps, taken),
    tell: (topic, entity, entityIds) =>
      keep(
        news,
        entityIds.map((entityId) => ({ topic, entity, entityId })),
      ),
    finish(numbering, statement) {
      if (last.placeholder) throw new Error('one numbered document a transaction')
      last = { numbering, statement, placeholder: randomUUID() }
      return last.placeholder
    },
    async write(result) {
      if (audited.length + steps.length + news.length === 0 && !last.placeholder && !result) return
      const numbered = (rows: readonly string[]) =>
        Prisma.sql`replace(${`[${rows.join(',')}]`}, ${last.placeholder}, (SELECT "number" FROM given))::jsonb`
      // The worker is woken at commit; without a job key no two writers ever wait for one another there.
      await tx.$executeRaw`
        WITH given AS (${last.numbering}), finished AS (${last.statement}),
        audited AS (
          INSERT INTO "AuditEvent" ("at", "actorId", "actorName", "actorRoles", "organisationId", "requestId",
            "action", "entity", "entityId", "before", "after", "basis")
          SELECT ${now}::timestamptz, ${viewer.userId}, ${viewer.name ?? viewer.kind}, ${[...viewer.roles]}::text[], ${viewer.organisationId}, ${requestId}, entry.*
          FROM jsonb_to_recordset(${numbered(audited)})
            AS entry("action" text, "entity" text, "entityId" text, "before" jsonb, "after" jsonb, "basis" text)),
        recorded AS (
          INSERT INTO "ProcedureEvent" ("at", "procedure", "entityId", "kind", "audience", "facts", "actorId", "organisationId")
          SELECT step.* FROM jsonb_to_recordset(${numbered(steps)})
            AS step("at" timestamptz, "procedure" "Procedure", "entityId" uuid, "kind" text, "audience" "Audience", "facts" jsonb,
              "actorId" uuid, "organisationId" uuid)),
        told AS (
          INSERT INTO "OutboxEvent" ("topic", "entity", "entityId", "createdAt")
          SELECT news.*, ${now}::timestamptz FROM jsonb_to_recordset(${`[${news.join(',')}]`}::jsonb)
            AS news("topic" text, "entity" text, "entityId" text)),
        kept AS (
          UPDATE "ClientMutation" SET "resultId" = ${result?.resultId ?? ''}
          WHERE "actorId" = ${result?.actorId ?? ''} AND "clientMutationId" = ${result?.clientMutationId ?? ''})
        SELECT graphile_worker.add_job('drain-outbox') WHERE ${news.length > 0}`
    },
  }
}
