import { importLimits } from '#domain/bulk/import-run.ts'
import type { ImportSummary, RowFault } from '#domain/bulk/import-run.ts'
import type { Tx } from '#prisma/client.ts'
import type { ImportAtWork, ImportProcedure } from './import-procedure.ts'
import { judgeRow } from './read-rows.ts'
import { oneAhead } from './one-ahead.ts'
import { readTable } from './sheets/read-table.ts'
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

/** Rows that are written to the staging table at a time. */
const batchRows = 500

interface Batch {
  readonly staged: Readonly<Record<string, unknown>>[]
  readonly faults: RowFault[]
}

/** Reads the file into temporary tables and judges it, writing nothing else. Must run in the transaction that would apply it. */
export async function checkFile(
  work: Omit<ImportAtWork, 'present'>,
  procedure: ImportProcedure,
  content: Buffer,
  progress: (rowsRead: number) => void,
): Promise<{ readonly report: FileReport; readonly work: ImportAtWork }> {
  const { tx } = work.unit
  try {
    const { header, rows } = await readTable(content, procedure.columns)
    const atWork = { ...work, present: new Set(header.columns.map(({ column }) => column.key)) }
    await openStaging(tx, procedure.staging)
    const judge = await procedure.prepare(atWork)
    const reviewed = await reviewedCodes(tx)
    let rowsTotal = 0
    let batch: Batch = { staged: [], faults: [] }
    const writing = oneAhead((full: Batch) => stage(tx, procedure, full))
    try {
      for await (const row of rows) {
        rowsTotal += 1
        if (rowsTotal > procedure.mostRows) throw new SheetProblem('TOO_MANY_ROWS', { most: procedure.mostRows })
        const judged = judgeRow(row, header.columns, judge, reviewed)
        if (judged.staged) batch.staged.push(judged.staged)
        batch.faults.push(...judged.faults)
        if (batch.staged.length + batch.faults.length < batchRows) continue
        await writing.begin(batch)
        batch = { staged: [], faults: [] }
        progress(rowsTotal)
      }
      await writing.begin(batch)
    } finally {
      await writing.ended()
    }
    await analyseStaging(tx)
    await procedure.check(atWork)
    await procedure.compare(atWork)
    await procedure.judgeChanges(atWork)
    const faultCount = await countFaults(tx)
    const report = {
      rowsTotal,
      faultCount,
      faults: await firstFaults(tx, importLimits.faultsKept),
      summary: faultCount > 0 ? null : await summarise(tx, header.ignored),
    }
    return { report, work: atWork }
  } catch (error) {
    if (!(error instanceof SheetProblem)) throw error
    const fault: RowFault = { row: 0, column: null, value: '', code: error.code, facts: error.facts }
    return { report: { rowsTotal: 0, faultCount: 1, faults: [fault], summary: null }, work: { ...work, present: new Set() } }
  }
}

async function stage(tx: Tx, { staging }: ImportProcedure, { staged, faults }: Batch): Promise<void> {
  await stageRows(tx, staging, staged)
  await stageFaults(tx, faults)
}

async function reviewedCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.subject.findMany({ where: { usccOverrideReason: { not: null } }, select: { uscc: true } })
  return new Set(rows.flatMap(({ uscc }) => uscc ?? []))
}
