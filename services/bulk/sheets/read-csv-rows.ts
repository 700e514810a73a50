import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { importLimits } from '#domain/bulk/import-run.ts'
import { decodeText } from './decode-text.ts'
import type { SheetRow } from './sheet-problem.ts'
import { SheetProblem } from './sheet-problem.ts'

/**
 * The rows of a CSV file (RFC 4180; comma, semicolon or tab), as they are read. Numbers are those a spreadsheet shows: one a record, however
 * many lines it covers.
 * @throws SheetProblem CSV_BROKEN, TOO_MANY_COLUMNS and those of decodeText
 */
export async function* readCsvRows(content: Buffer): AsyncGenerator<SheetRow> {
  const pieces = decodeText(content)
  const first = pieces.next()
  if (first.done) return
  const parser = parse({
    delimiter: delimiterOf(first.value),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 1024 * 1024,
  })
  const source = Readable.from(chain(first.value, pieces), { objectMode: false })
  // Whatever ends the reading early, decoding or parsing, is thrown where the rows are taken below.
  pipeline(source, parser).catch(() => undefined)
  let number = 0
  try {
    for await (const record of parser) {
      number += 1
      const cells = record as readonly string[]
      if (cells.length > importLimits.columns) throw new SheetProblem('TOO_MANY_COLUMNS', { most: importLimits.columns })
      yield { number, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new SheetProblem('CSV_BROKEN', { row: number + 1 })
    throw error
  } finally {
    parser.destroy()
  }
}

function* chain(first: string, rest: Generator<string>): Generator<string> {
  yield first
  yield* rest
}

/** What stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const line = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const countOf = (mark: string) => line.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (countOf(mark) > countOf(best) ? mark : best))
}
