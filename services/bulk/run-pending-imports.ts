import { importLimits } from '#domain/bulk/import-run.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { runImport } from './run-import.ts'

/**
 * Takes up every run that waits to be checked or applied, the oldest first, until none is left that nobody else is at work on. Woken by each
 * upload and by the minute: a run whose process was killed is simply still waiting.
 */
export async function runPendingImports(context: UseCaseContext): Promise<{ readonly taken: number }> {
  demand(context, 'import.execute')
  await forgetOldFiles(context)
  let taken = 0
  const left = new Set<string>()
  for (;;) {
    const { rows } = await context.pool.query<{ id: string }>(
      `SELECT "id" FROM "ImportRun" WHERE "state" IN ('UPLOADED', 'CHECKING', 'APPLYING') AND NOT "id" = ANY ($1::uuid[])
       ORDER BY "createdAt", "id" LIMIT 1`,
      [[...left]],
    )
    const [next] = rows
    if (!next) {
      await measureRegister(context, [...left])
      return { taken }
    }
    left.add(next.id)
    if (await runImport(context, next.id)) taken += 1
  }
}

/** So many rows and the register is no longer what the statistics say. */
const largeFrom = 1_000

/** Searches go by the size of the register as PostgreSQL last measured it: after a large import it does so now, not when it next finds time. */
async function measureRegister({ pool }: UseCaseContext, ids: readonly string[]): Promise<void> {
  const large = await pool.query(
    `SELECT FROM "ImportRun" WHERE "id" = ANY ($1::uuid[]) AND "state" = 'APPLIED' AND "rowsTotal" >= $2 LIMIT 1`,
    [ids, largeFrom],
  )
  if (large.rowCount === 1) await pool.query('ANALYZE "SearchDocument"')
}

/** A checked file that nobody imports is not kept for ever. */
async function forgetOldFiles({ pool, clock }: UseCaseContext): Promise<void> {
  await pool.query(
    `UPDATE "ImportRun" SET "state" = 'ABANDONED', "content" = NULL, "version" = "version" + 1
     WHERE "state" = 'CHECKED' AND "createdAt" < $1::timestamptz - make_interval(days => $2)`,
    [clock.now(), importLimits.daysKept],
  )
}
