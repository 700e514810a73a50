import type { ImportColumn } from '#domain/bulk/column.ts'
import type { RowFault } from '#domain/bulk/import-run.ts'
import type { MatchedColumn } from '#domain/bulk/match-header.ts'
import { readCell } from '#domain/bulk/read-cell.ts'
import type { CellValue } from '#domain/bulk/read-cell.ts'
import { normaliseUscc } from '#domain/kernel/uscc.ts'
import type { RowJudge } from './import-procedure.ts'
import type { SheetRow } from './sheets/sheet-problem.ts'

export interface JudgedRow {
  /** For import_row; null when the row is faulty by itself. */
  readonly staged: Readonly<Record<string, unknown>> | null
  readonly faults: readonly RowFault[]
}

/** How much of a faulty cell is shown. */
const shownCharacters = 100

/**
 * Reads the cells of a row and has it judged; all its faults at once.
 * @param reviewed codes with a wrong check character that were reviewed and are in the register (rulebook R8)
 */
export function judgeRow(row: SheetRow, columns: readonly MatchedColumn[], judge: RowJudge, reviewed: ReadonlySet<string>): JudgedRow {
  const faults: RowFault[] = []
  const textOf = (key: string | null) => row.cells[columns.find(({ column }) => column.key === key)?.index ?? -1] ?? ''
  const note = (column: string | null, code: string, facts: Readonly<Record<string, unknown>> = {}) => {
    // NUL can't be stored, not even to be shown.
    const value = textOf(column).trim().slice(0, shownCharacters).replaceAll('\0', '')
    faults.push({ row: row.number, column, value, code, facts })
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
  if (faults.length > 0) return { staged: null, faults }
  const staged = judge(values, note)
  return faults.length > 0 ? { staged: null, faults } : { staged: { row: row.number, ...staged }, faults }
}

/** The example that templates come with, left standing. */
function isExample(row: SheetRow, columns: readonly MatchedColumn[]): boolean {
  const is = ({ example }: ImportColumn, text: string) => text === example.zh || text === example.en
  return columns.every(({ column, index }) => !column.isRequired || is(column, (row.cells[index] ?? '').trim()))
}
