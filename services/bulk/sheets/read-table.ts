import type { ImportColumn } from '#domain/bulk/column.ts'
import { importLimits } from '#domain/bulk/import-run.ts'
import { findHeader } from '#domain/bulk/match-header.ts'
import type { MatchedHeader } from '#domain/bulk/match-header.ts'
import { readCsvRows } from './read-csv-rows.ts'
import { readXlsxRows } from './read-xlsx-rows.ts'
import { SheetProblem } from './sheet-problem.ts'
import type { SheetRow } from './sheet-problem.ts'
import { openWorkbook } from './workbook.ts'

export interface Table {
  readonly header: MatchedHeader
  /** What stands below the header, empty rows left out. */
  readonly rows: AsyncGenerator<SheetRow>
}

/** Above the header may stand a title, a date, an office: so many rows are looked at. */
const headerWithin = 10

/**
 * Finds the table with these columns in a file: CSV or a workbook, by its content whatever its name. In a workbook it may stand on any
 * visible sheet; the first that has all required columns is it.
 * @throws SheetProblem when there is none: EMPTY, NOT_A_TABLE, OLD_EXCEL, COLUMNS_MISSING, COLUMN_REPEATED, NO_ROWS and those of the readers
 */
export async function readTable(content: Buffer, columns: readonly ImportColumn[]): Promise<Table> {
  const sources = await sourcesOf(content)
  let nearest: MatchedHeader | null = null
  for (const open of sources) {
    const found = await tableOf(open(), columns)
    if (found?.header.missing.length === 0) {
      if (found.header.repeated.length > 0) throw new SheetProblem('COLUMN_REPEATED', { columns: found.header.repeated })
      return found
    }
    await found?.rows.return(undefined)
    if (found && (!nearest || found.header.missing.length < nearest.missing.length)) nearest = found.header
  }
  const missing = nearest?.missing ?? columns.filter(({ isRequired }) => isRequired)
  throw new SheetProblem('COLUMNS_MISSING', { columns: missing.map(({ key }) => key) })
}

async function sourcesOf(content: Buffer): Promise<readonly (() => AsyncGenerator<SheetRow>)[]> {
  if (content.length === 0) throw new SheetProblem('EMPTY')
  const startsWith = (...bytes: number[]) => bytes.every((byte, index) => content[index] === byte)
  // The older Excel format, and what Excel makes of a workbook with a password.
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) throw new SheetProblem('OLD_EXCEL')
  if (!startsWith(0x50, 0x4b)) return [() => readCsvRows(content)]
  const workbook = await openWorkbook(content)
  return workbook.sheets.map((sheet) => () => readXlsxRows(workbook, sheet))
}

async function tableOf(rows: AsyncGenerator<SheetRow>, columns: readonly ImportColumn[]): Promise<Table | null> {
  const first: SheetRow[] = []
  while (first.length < headerWithin) {
    const { done, value } = await rows.next()
    if (done) break
    first.push(value)
  }
  const found = findHeader(
    first.map(({ cells }) => cells),
    columns,
  )
  return found && { header: found.header, rows: below(first.slice(found.at + 1), rows) }
}

async function* below(first: readonly SheetRow[], rest: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  let count = 0
  for await (const row of chain(first, rest)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    count += 1
    if (count > importLimits.rows) throw new SheetProblem('TOO_MANY_ROWS', { most: importLimits.rows })
    yield row
  }
  if (count === 0) throw new SheetProblem('NO_ROWS')
}

async function* chain(first: readonly SheetRow[], rest: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  try {
    yield* first
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}
