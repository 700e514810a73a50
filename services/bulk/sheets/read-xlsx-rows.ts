import { dayOfSerial } from '#domain/bulk/read-day.ts'
import { importLimits } from '#domain/bulk/import-run.ts'
import { digitsLost, uncalculated } from '#domain/bulk/read-cell.ts'
import { xmlReader } from './read-xml.ts'
import { SheetProblem } from './sheet-problem.ts'
import type { SheetRow } from './sheet-problem.ts'
import type { Workbook } from './workbook.ts'

/**
 * The rows of one sheet, as they are read: the values that the cells show, of formulas the last one reckoned. Of merged cells the first has
 * the value, the others are empty, as in the file.
 * @throws SheetProblem FILE_DAMAGED, UNPACKS_TOO_LARGE, TOO_MANY_COLUMNS
 */
export async function* readXlsxRows(workbook: Workbook, sheet: string): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = []
  const reader = xmlReader(rowListener(workbook, (row) => rows.push(row)))
  for await (const chunk of workbook.parts.read(sheet, importLimits.worksheetBytes)) {
    reader.write(chunk)
    yield* rows.splice(0)
  }
  reader.end()
  yield* rows
}

/** One cell while it is read. */
interface OpenCell {
  readonly index: number
  readonly type: string
  readonly style: number
  value: string
  hasFormula: boolean
}

function rowListener(workbook: Workbook, add: (row: SheetRow) => void) {
  let number = 0
  let cells: string[] = []
  let cell: OpenCell | null = null
  let isValue = false
  let isPhonetic = false
  return {
    open(name: string, attributes: Readonly<Record<string, string>>) {
      if (name === 'row') {
        const given = Number(attributes['r'])
        number = given > number ? given : number + 1
        cells = []
      } else if (name === 'c') {
        const index = attributes['r'] === undefined ? cells.length : columnOf(attributes['r'])
        if (index >= importLimits.columns) throw new SheetProblem('TOO_MANY_COLUMNS', { most: importLimits.columns })
        cell = { index, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', hasFormula: false }
      } else if (name === 'rPh') isPhonetic = true
      else if (name === 'v' || (name === 't' && !isPhonetic)) isValue = true
      else if (name === 'f' && cell) cell.hasFormula = true
    },
    text(text: string) {
      if (isValue && cell && cell.value.length <= importLimits.cellCharacters) cell.value += text
    },
    close(name: string) {
      if (name === 'v' || name === 't') isValue = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'c' && cell) {
        while (cells.length < cell.index) cells.push('')
        cells[cell.index] = shownValue(cell, workbook)
        cell = null
      } else if (name === 'row') add({ number, cells })
    },
  }
}

/** 'B12' → 1. */
function columnOf(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    index = index * 26 + letter
  }
  return index - 1
}

function shownValue({ type, style, value, hasFormula }: OpenCell, { texts, isDateStyle, isFrom1904 }: Workbook): string {
  if (value === '') return hasFormula && type !== 'str' ? uncalculated : ''
  if (type === 's') {
    const text = texts.get(Number(value))
    if (text === undefined) throw new SheetProblem('FILE_DAMAGED')
    return text
  }
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return value
  const number = Number(value)
  if (!Number.isFinite(number)) throw new SheetProblem('FILE_DAMAGED')
  if (isDateStyle[style]) return dayOfSerial(number, isFrom1904) ?? value
  // Spreadsheets keep 15 digits: of a longer code kept as a number the rest is lost for good.
  if (Math.abs(number) >= 1e15) return digitsLost
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)))
}
