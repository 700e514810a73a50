import { importLimits } from '#domain/bulk/import-run.ts'
import type { ImportKind, ImportState, RowFault } from '#domain/bulk/import-run.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { asJson, runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { UseCaseError } from '../kernel/use-case-error.ts'
import { checkFile } from './check-file.ts'
import type { CheckedFile, FileReport } from './check-file.ts'
import { loadImportContent } from './import-content.ts'
import { importProcedures } from './import-procedures.ts'
import { isPassing } from './is-passing.ts'
import { RunProgress } from './run-progress.ts'

/** A whole register takes some tens of seconds; longer than this, and something is broken. */
const longestMs = 15 * 60_000
/** Of an import's work, how much is judging its rows anew. */
const shareOfReading = 0.2

/**
 * Checks or applies one run, whichever it waits for, in one transaction: all or nothing. Runs of one kind follow each other (advisory lock).
 * A process killed in the middle leaves the run as it was, and the next takes it up from the start.
 * @returns false when somebody else is at work on this kind
 */
export async function runImport(context: UseCaseContext, id: string): Promise<boolean> {
  const { pool } = context
  const begun = await pool.query<{ attempts: number }>(
    `UPDATE "ImportRun" SET "state" = CASE WHEN "state" = 'UPLOADED' THEN 'CHECKING' ELSE "state" END, "rowsDone" = 0
     WHERE "id" = $1 AND "state" IN ('UPLOADED', 'CHECKING', 'APPLYING') RETURNING "attempts"`,
    [id],
  )
  if (!begun.rows[0]) return true
  const progress = new RunProgress(pool, id)
  try {
    return await runInTransaction(context, (unit) => work(unit, id, progress), longestMs)
  } catch (error) {
    await progress.end()
    // The connection went, or two transactions stood in each other's way: the next minute tries again.
    if (isPassing(error)) throw error
    const code = error instanceof UseCaseError ? error.code : 'IMPORT_FAILED'
    const facts = error instanceof UseCaseError ? error.facts : { requestId: context.requestId }
    await end(context, id, error instanceof UseCaseError ? 'FAULTY' : 'FAILED', { row: 0, column: null, value: '', code, facts })
    if (!(error instanceof UseCaseError)) throw error
    return true
  } finally {
    await progress.end()
  }
}

async function work(unit: UnitOfWork, id: string, progress: RunProgress): Promise<boolean> {
  const { tx, context, now } = unit
  const columns = { number: true, kind: true, state: true, options: true, createdById: true, organisationId: true, attempts: true } as const
  const { kind } = await tx.importRun.findUniqueOrThrow({ where: { id }, select: { kind: true } })
  const [lock] = await tx.$queryRaw<
    { isOurs: boolean }[]
  >`SELECT pg_try_advisory_xact_lock(hashtextextended(${`import ${kind}`}, 0)) AS "isOurs"`
  if (!lock?.isOurs) return false
  // Only now: whoever held the lock may have finished this very run.
  const run = await tx.importRun.findUniqueOrThrow({ where: { id }, select: columns })
  if (run.state !== 'CHECKING' && run.state !== 'APPLYING') return true
  await countAttempt(context, id, run.attempts)
  const content = await loadImportContent(context.pool, id)
  if (!content) throw new Error(`the file of import ${run.number} is gone`)

  const procedure = importProcedures[kind as ImportKind]
  const isApplying = run.state === 'APPLYING'
  const { number, createdById, organisationId, options } = run
  const checked = await checkFile(
    { unit, today: shanghaiDayOf(now), number, createdById, organisationId, options },
    procedure,
    { content, isChecked: isApplying },
    (rows) => {
      progress.tell(isApplying ? rows * shareOfReading : rows)
    },
  )
  const { report } = checked
  if (isApplying && report.summary) {
    await procedure.apply(checked.work, (share) => {
      progress.tell(report.rowsTotal * (shareOfReading + (1 - shareOfReading) * share))
    })
    await unit.audit({
      action: 'bulk.applyImport',
      entity: 'ImportRun',
      entityId: id,
      after: { number, kind, rows: report.rowsTotal, ...countsOf(report), createdById },
    })
    await unit.outbox('bulk.importApplied', 'ImportRun', id)
  }
  await progress.end()
  await tx.importRun.update({
    where: { id },
    data: { ...(await ending(checked, isApplying, now)), version: { increment: 1 } },
    // Without this the file would be read back.
    select: { id: true },
  })
  return true
}

/** Beside the transaction, so that a file that brings the process down is counted all the same. */
async function countAttempt({ pool }: UseCaseContext, id: string, before: number): Promise<void> {
  if (before >= importLimits.attempts) throw new Error(`given up after ${before} attempts`)
  await pool.query('UPDATE "ImportRun" SET "attempts" = "attempts" + 1 WHERE "id" = $1', [id])
}

const countsOf = ({ summary }: FileReport) => {
  const { added = 0, changed = 0, unchanged = 0, removed = 0 } = summary ?? {}
  return { added, changed, unchanged, removed }
}

async function ending({ report, kept: rows }: CheckedFile, isApplying: boolean, now: Date): Promise<Prisma.ImportRunUpdateInput> {
  const { rowsTotal, faultCount, faults, summary } = report
  const state: ImportState = faultCount > 0 ? 'FAULTY' : isApplying ? 'APPLIED' : 'CHECKED'
  const found = { state, rowsTotal, rowsDone: rowsTotal, faultCount, faults: asJson(faults) ?? [], attempts: 0 }
  // Of a file that can be imported its rows are kept as read; of one that is applied or refused nothing more is needed.
  const kept = { content: state === 'CHECKED' && rows ? new Uint8Array(await rows.toBuffer()) : null }
  return { ...found, ...kept, ...(summary ? { summary: asJson(summary) } : {}), ...(state === 'APPLIED' ? { appliedAt: now } : {}) }
}

async function end(context: UseCaseContext, id: string, state: 'FAULTY' | 'FAILED', fault: RowFault): Promise<void> {
  await context.prisma.importRun.update({
    where: { id },
    data: { state, faults: asJson([fault]) ?? [], faultCount: 1, content: null, version: { increment: 1 } },
    select: { id: true },
  })
}
