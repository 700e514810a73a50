import { importLimits } from '#domain/bulk/import-run.ts'
import type { ImportSummary, RowFault } from '#domain/bulk/import-run.ts'
import type { Tx } from '#prisma/client.ts'
import type { ImportAtWork, ImportProcedure } from './import-procedure.ts'
import { judgeRow } from './read-rows.ts'
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
    let staged: Readonly<Record<string, unknown>>[] = []
    let faults: RowFault[] = []
    const flush = async () => {
      await stageRows(tx, procedure.staging, staged)
      await stageFaults(tx, faults)
      staged = []
      faults = []
      progress(rowsTotal)
    }
    for await (const row of rows) {
      rowsTotal += 1
      if (rowsTotal > procedure.mostRows) throw new SheetProblem('TOO_MANY_ROWS', { most: procedure.mostRows })
      const judged = judgeRow(row, header.columns, judge, reviewed)
      if (judged.staged) staged.push(judged.staged)
      faults.push(...judged.faults)
      if (staged.length + faults.length >= batchRows) await flush()
    }
    await flush()
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

async function reviewedCodes(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.subject.findMany({ where: { usccOverrideReason: { not: null } }, select: { uscc: true } })
  return new Set(rows.flatMap(({ uscc }) => uscc ?? []))
}
