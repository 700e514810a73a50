import { importLimits } from '#domain/bulk/import-run.ts'
import type { ImportSummary, RowFault } from '#domain/bulk/import-run.ts'
import type { Tx } from '#prisma/client.ts'
import type { ImportAtWork, ImportProcedure } from './import-procedure.ts'
import { KeptRows, areKeptRows, openKeptRows } from './kept-rows.ts'
import { oneAhead } from './one-ahead.ts'
import { judgeRow, openFileRows } from './read-rows.ts'
import type { JudgedRow, ReadRow, RowSource } from './read-rows.ts'
import { SheetProblem } from './sheets/sheet-problem.ts'
import { analyseStaging, countFaults, firstFaults, openStaging, stageFaults, stageRows } from './staging.ts'
import { summarise } from './summarise.ts'

/** What a dry run finds. */
export interface FileReport {
  readonly rowsTotal: number
  readonly faultCount: number
  /** The first of them. */
  readonly faults: readonly RowFault[]
  /** Null when there are faults. */
  readonly summary: ImportSummary | null
}

export interface CheckedFile {
  readonly report: FileReport
  readonly work: ImportAtWork
  /** For the import that may follow; null where there is no table, and when this is that import. */
  readonly kept: KeptRows | null
}

/** Rows that are written to the staging table at a time. */
const batchRows = 500

class Batch {
  readonly read: ReadRow[] = []
  readonly staged: Readonly<Record<string, unknown>>[] = []
  readonly faults: RowFault[] = []

  get isFull(): boolean {
    return this.read.length + this.faults.length >= batchRows
  }

  add(row: ReadRow, { staged, faults }: JudgedRow): void {
    this.read.push(row)
    if (staged) this.staged.push(staged)
    this.faults.push(...faults)
  }
}

/**
 * Reads the rows into temporary tables and judges them, writing nothing else. Must run in the transaction that would apply them.
 * @param content the file; of one that is being imported, the rows that its dry run kept
 */
export async function checkFile(
  work: Omit<ImportAtWork, 'present'>,
  procedure: ImportProcedure,
  { content, isChecked }: { readonly content: Buffer; readonly isChecked: boolean },
  progress: (rowsRead: number) => void,
): Promise<CheckedFile> {
  const { tx } = work.unit
  try {
    // Only what this program kept itself: nobody hands in rows as if they had been read.
    const source =
      isChecked && areKeptRows(content)
        ? await openKeptRows(content)
        : await openFileRows(content, procedure.columns, await reviewedCodes(tx))
    const atWork = { ...work, present: source.present }
    await openStaging(tx, procedure.staging)
    const kept = isChecked ? null : new KeptRows({ present: [...source.present], ignored: source.ignored })
    const rowsTotal = await stageAll(atWork, procedure, source.rows, { kept, progress })
    await analyseStaging(tx)
    await procedure.check(atWork)
    await procedure.compare(atWork)
    await procedure.judgeChanges(atWork)
    const faultCount = await countFaults(tx)
    const faults = await firstFaults(tx, importLimits.faultsKept)
    const summary = faultCount > 0 ? null : await summarise(tx, source.ignored)
    return { report: { rowsTotal, faultCount, faults, summary }, work: atWork, kept }
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error
    const fault: RowFault = { row: 0, column: null, value: '', code: error.code, facts: error.facts }
    return { report: { rowsTotal: 0, faultCount: 1, faults: [fault], summary: null }, work: { ...work, present: new Set() }, kept: null }
  }
}

/** Reads and judges on while the database writes what was judged before. */
async function stageAll(
  work: ImportAtWork,
  procedure: ImportProcedure,
  rows: RowSource['rows'],
  { kept, progress }: { readonly kept: KeptRows | null; readonly progress: (rowsRead: number) => void },
): Promise<number> {
  const { tx } = work.unit
  const judge = await procedure.prepare(work)
  const writing = oneAhead((batch: Batch) => stage(tx, procedure, batch))
  let rowsTotal = 0
  let batch = new Batch()
  const end = async () => {
    kept?.add(batch.read)
    await writing.begin(batch)
    batch = new Batch()
    progress(rowsTotal)
  }
  try {
    for await (const row of rows) {
      rowsTotal += 1
      if (rowsTotal > procedure.mostRows) throw new SheetProblem('TOO_MANY_ROWS', { most: procedure.mostRows })
      batch.add(row, judgeRow(row, judge))
      if (batch.isFull) await end()
    }
    await end()
  } finally {
    await writing.ended()
  }
  return rowsTotal
}

async function stage(tx: Tx, { staging }: ImportProcedure, { staged, faults }: Batch): Promise<void> {
  await stageRows(tx, staging, staged)
  await stageFaults(tx, faults)
}

async function reviewedCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.subject.findMany({ where: { usccOverrideReason: { not: null } }, select: { uscc: true } })
  return new Set(rows.flatMap(({ uscc }) => uscc ?? []))
}
