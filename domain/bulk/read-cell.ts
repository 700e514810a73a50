import { foldTypedCode } from '../kernel/fold-typed-code.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'
import { checkUscc, normaliseUscc } from '../kernel/uscc.ts'
import type { FeeSchedule } from '../catalogue/fee-schedule.ts'
import type { CellType } from './column.ts'
import type { HeadingUnit } from './match-header.ts'
import { readDay } from './read-day.ts'
import { readFee } from './fee-text.ts'
import { importLimits } from './import-run.ts'

/** A cell's value; null: empty. */
export type CellValue = string | number | boolean | readonly string[] | FeeSchedule | null
export type CellRefusal = { readonly code: string } & Readonly<Record<string, unknown>>

/** Marks that a reader of workbooks leaves where the cell holds no value that can be trusted. */
export const uncalculated = '#UNCALCULATED!'
export const digitsLost = '#DIGITS_LOST!'

const excelErrors = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/i
/** What no text holds: control characters, half a character, and the mark of one that was lost in conversion. */
const controls = /[\p{Cc}\p{Cs}\uFFFD]/u

/** Visible ASCII and ordinary Chinese characters: nothing to tidy, no control character, no error value of a spreadsheet. */
const plain = /^[\x21\x22\x24-\x26\x28-\x7E\u4E00-\u9FFF]*$/

/** Text as people see it: no byte order mark or zero-width marks, no blanks around, other blanks single, line breaks as they are. */
export function tidyText(text: string): string {
  // Most cells of a large table need nothing of it.
  if (plain.test(text)) return text
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u205F]/g, ' ')
    .trim()
}

/** An export guards cells that a spreadsheet would run as a formula with an apostrophe; here it comes off again. */
const unguard = (text: string): string => (/^'[=+\-@＝＋－＠\t\r\n]/.test(text) ? text.slice(1) : text)

/** How certificates say that they have no last day. */
const openEnded = new Set(['长期', '长期有效', '永久', '永久有效', '无固定期限', '无期限', '不限'])

/** Reads a cell by its column's type (rulebook R8 for codes and money). The refusal says what was wanted. */
export function readCell(cell: CellType, raw: string, unit: HeadingUnit = 'YUAN'): Result<CellValue, CellRefusal> {
  const text = tidyText(unguard(raw))
  if (text === '') return ok(null)
  if (text.length > importLimits.cellCharacters) return refuse({ code: 'CELL_TOO_LONG', most: importLimits.cellCharacters })
  const unusable = plain.test(text) ? null : whyUnusable(text)
  if (unusable) return refuse({ code: unusable })
  switch (cell.type) {
    case 'TEXT':
      return text.length > cell.most ? refuse({ code: 'CELL_TOO_LONG', most: cell.most }) : ok(text)
    case 'CODE':
      return readCode(text, cell.most)
    case 'USCC':
      return readUscc(text)
    case 'LIST':
      return readList(text, cell.most)
    case 'DAY':
      return cell.isOpenEnded && openEnded.has(text.normalize('NFKC')) ? ok(null) : readDay(text)
    case 'YES_NO':
      return readYesNo(text)
    case 'WHOLE_NUMBER':
      return readWholeNumber(text, cell)
    case 'FEE':
      return readFee(text, unit)
    case 'ONE_OF':
      return readChoice(text, cell.values)
  }
}

/** The code for a cell that holds no value that can be trusted, of whatever type; null: it can be read. */
function whyUnusable(text: string): string | null {
  if (text === uncalculated) return 'CELL_FORMULA_WITHOUT_VALUE'
  if (text === digitsLost) return 'CELL_DIGITS_LOST'
  if (excelErrors.test(text)) return 'CELL_ERROR'
  return controls.test(text.replaceAll('\n', '')) ? 'CELL_CONTROL_CHARACTER' : null
}

/** Catalogue and division codes keep their hyphens; whatever dash was typed becomes one. */
function readCode(text: string, most: number): Result<string, CellRefusal> {
  const code = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, '')
    .toUpperCase()
  return code.length > most ? refuse({ code: 'CELL_TOO_LONG', most }) : ok(code)
}

function readUscc(text: string): Result<string, CellRefusal> {
  const checked = checkUscc(normaliseUscc(text))
  if (checked.ok) return ok(checked.value.uscc)
  const { reason, expected } = checked.refusal
  return refuse(expected === undefined ? { code: `USCC_${reason.toUpperCase()}` } : { code: 'USCC_CHECK_CHARACTER', expected })
}

/** Parts between commas of any kind, semicolons, 、, bars, blanks or line breaks, each once. */
function readList(text: string, most: number): Result<readonly string[], CellRefusal> {
  const parts = text.normalize('NFKC').split(/[\s,;、|]+/)
  const values = [...new Set(parts.filter((part) => part !== ''))]
  return values.length > most ? refuse({ code: 'CELL_TOO_MANY', most }) : ok(values)
}

const yes = new Set(['是', '√', '✓', '✔', '有', '对', 'Y', 'YES', 'TRUE', '1'])
const no = new Set(['否', '×', '✗', '✘', '无', '不', 'X', 'N', 'NO', 'FALSE', '0'])

function readYesNo(text: string): Result<boolean, CellRefusal> {
  const word = text.normalize('NFKC').toUpperCase()
  if (yes.has(word)) return ok(true)
  return no.has(word) ? ok(false) : refuse({ code: 'CELL_NOT_YES_NO' })
}

/** 1200, 1,200, １２００, 1200.0; not 12,00. */
function readWholeNumber(text: string, { least, most }: { readonly least: number; readonly most: number }): Result<number, CellRefusal> {
  const match = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.0*)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))
  if (!match) return refuse({ code: 'CELL_NOT_WHOLE_NUMBER' })
  const number = Number((match[1] ?? '').replaceAll(',', ''))
  return number < least || number > most ? refuse({ code: 'CELL_OUT_OF_RANGE', least, most }) : ok(number)
}

function readChoice(text: string, values: Extract<CellType, { type: 'ONE_OF' }>['values']): Result<string, CellRefusal> {
  const word = foldTypedCode(text)
  const found = values.find((choice) => [choice.value, ...choice.zh, ...choice.en].some((one) => foldTypedCode(one) === word))
  if (found) return ok(found.value)
  return refuse({ code: 'CELL_NOT_ONE_OF', values: values.map(({ zh }) => zh[0]), valuesEn: values.map(({ en }) => en[0]) })
}
