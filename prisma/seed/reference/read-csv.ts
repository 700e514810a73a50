import { parse } from 'csv-parse/sync'
import { CsvError } from 'csv-parse/sync'
import type { RowProblem } from './reference-problem.ts'

/** One record of a file as text, with the line it begins on. */
export interface CsvRecord {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

export interface CsvReading {
  readonly records: readonly CsvRecord[]
  readonly problems: readonly RowProblem[]
}

interface Parsed {
  readonly record: readonly string[]
  /** The record's own text. Its line breaks are counted here, because csv-parse counts CRLF inside quotes twice. */
  readonly raw: string
}

/**
 * Reads a CSV file (RFC 4180, UTF-8) whose header must be exactly `columns`, in any order. A wrong header or a broken quote makes
 * the rest unreadable, so it is then the only problem; rows with too many or too few cells are each named.
 */
export function readCsv(file: string, bytes: Buffer, columns: readonly string[]): CsvReading {
  const refuse = (line: number, column: string | null, reason: string): CsvReading => ({
    records: [],
    problems: [{ file, line, column, reason }],
  })
  const text = decode(bytes)
  if (text === null) return refuse(1, null, 'not UTF-8')
  let parsed: Parsed[]
  try {
    parsed = parse(text, { bom: true, raw: true, relax_column_count: true, skip_empty_lines: false }) as unknown as Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return refuse(typeof error['lines'] === 'number' ? error['lines'] : 1, null, `broken CSV: ${error.message}`)
  }
  const [header, ...rows] = parsed
  if (!header) return refuse(1, null, 'empty file')
  const missing = columns.find((column) => !header.record.includes(column))
  if (missing !== undefined) return refuse(1, missing, 'column is missing')
  const unknown = header.record.find((column, index) => !columns.includes(column) || header.record.indexOf(column) !== index)
  if (unknown !== undefined) return refuse(1, unknown, 'unknown or repeated column')
  if (rows.length === 0) return refuse(1, null, 'no rows')

  const records: CsvRecord[] = []
  const problems: RowProblem[] = []
  let nextLine = 1 + linesOf(header)
  for (const row of rows) {
    const { record } = row
    const line = nextLine
    nextLine += linesOf(row)
    if (record.length === header.record.length) {
      records.push({ line, cells: Object.fromEntries(header.record.map((column, index) => [column, record[index] ?? ''])) })
    } else {
      problems.push({ file, line, column: null, reason: `${record.length} cells instead of ${header.record.length}` })
    }
  }
  return { records, problems }
}

const linesOf = ({ raw }: Parsed): number => (raw.trimEnd().match(/\r\n|\n|\r/g)?.length ?? 0) + 1

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
