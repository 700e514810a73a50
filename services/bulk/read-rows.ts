import type { ImportColumn } from '#domain/bulk/column.ts'
import type { RowFault } from '#domain/bulk/import-run.ts'
import type { MatchedColumn } from '#domain/bulk/match-header.ts'
import { readCell } from '#domain/bulk/read-cell.ts'
import type { CellValue } from '#domain/bulk/read-cell.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { RowJudge, RowValues } from './import-procedure.ts'
import { readTable } from './sheets/read-table.ts'
import type { SheetRow } from './sheets/sheet-problem.ts'

/** A row with its cells read, not yet judged. */
export interface ReadRow {
  /** As a spreadsheet counts. */
  readonly number: number
  readonly values: RowValues
  /** Cells that could not be read. */
  readonly faults: readonly RowFault[]
  /** What stands in that column, to be shown with a fault. */
  shown(column: string | null): string
}

/** Where rows come from: a file, or what was kept of one. */
export interface RowSource {
  /** Keys of the columns there are. */
  readonly present: ReadonlySet<string>
  /** Headings that mean nothing here. */
  readonly ignored: readonly string[]
  readonly rows: AsyncGenerator<ReadRow>
}

export interface JudgedRow {
  /** For import_row; null when the row is faulty by itself. */
  readonly staged: Readonly<Record<string, unknown>> | null
  readonly faults: readonly RowFault[]
}

/** How much of a faulty cell is shown. */
const shownCharacters = 100

/**
 * Opens a file as a table with these columns.
 * @param reviewed codes with a wrong check character that were reviewed and are in the register (rulebook R8)
 * @throws SheetProblem when there is no such table
 */
export async function openFileRows(content: Buffer, columns: readonly ImportColumn[], reviewed: ReadonlySet<string>): Promise<RowSource> {
  const { header, rows } = await readTable(content, columns)
  const read = async function* () {
    for await (const row of rows) yield readRow(row, header.columns, reviewed)
  }
  return { present: new Set(header.columns.map(({ column }) => column.key)), ignored: header.ignored, rows: read() }
}

/** Reads the cells of a row; all that can't be read at once. */
function readRow(row: SheetRow, columns: readonly MatchedColumn[], reviewed: ReadonlySet<string>): ReadRow {
  const shown = (key: string | null) => row.cells[columns.find(({ column }) => column.key === key)?.index ?? -1] ?? ''
  const faults: RowFault[] = []
  const note = (column: string | null, code: string, facts: Readonly<Record<string, unknown>> = {}) => {
    faults.push(faultOf(row.number, column, shown(column), code, facts))
  }
  if (isExample(row, columns)) note(null, 'EXAMPLE_ROW')
  const values: Record<string, CellValue> = {}
  for (const { column, index, unit } of columns) {
    if (column.isInformative) continue
    const text = row.cells[index] ?? ''
    const read = readCell(column.cell, text, unit)
    if (!read.ok && column.cell.type === 'USCC' && reviewed.has(normaliseUscc(text))) values[column.key] = normaliseUscc(text)
    else if (!read.ok) {
      const { code, ...facts } = read.refusal
      note(column.key, code, facts)
    } else if (column.isRequired && (read.value === null || (Array.isArray(read.value) && read.value.length === 0))) {
      note(column.key, 'CELL_REQUIRED')
    } else values[column.key] = read.value
  }
  return { number: row.number, values, faults, shown }
}

/** Has a row judged that could be read. */
export function judgeRow({ number, values, faults: unread, shown }: ReadRow, judge: RowJudge): JudgedRow {
  if (unread.length > 0) return { staged: null, faults: unread }
  const faults: RowFault[] = []
  const staged = judge(values, (column, code, facts = {}) => {
    faults.push(faultOf(number, column, shown(column), code, facts))
  })
  return faults.length > 0 ? { staged: null, faults } : { staged: { row: number, ...staged }, faults }
}

// NUL can't be stored, not even to be shown.
function faultOf(row: number, column: string | null, text: string, code: string, facts: Readonly<Record<string, unknown>>): RowFault {
  return { row, column, value: text.trim().slice(0, shownCharacters).replaceAll('\0', ''), code, facts }
}

/** The example that templates come with, left standing. */
function isExample(row: SheetRow, columns: readonly MatchedColumn[]): boolean {
  const is = ({ example }: ImportColumn, text: string) => text === example.zh || text === example.en
  return columns.every(({ column, index }) => !column.isRequired || is(column, (row.cells[index] ?? '').trim()))
}
