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
  const feeding = feed(parser, first.value, pieces)
  // A broken file ends both sides; the reader below is told.
  feeding.catch(() => undefined)
  let number = 0
  try {
    for await (const record of parser) {
      number += 1
      const cells = record as readonly string[]
      if (cells.length > importLimits.columns) throw new SheetProblem('TOO_MANY_COLUMNS', { most: importLimits.columns })
      yield { number, cells }
    }
    await feeding
  } catch (error) {
    if (error instanceof CsvError) throw new SheetProblem('CSV_BROKEN', { row: number + 1 })
    throw error
  } finally {
    parser.destroy()
  }
}

async function feed(parser: ReturnType<typeof parse>, first: string, rest: Generator<string>): Promise<void> {
  try {
    for (let text: string | undefined = first; text !== undefined; text = nextOf(rest)) {
      if (parser.destroyed) return
      if (!parser.write(text)) await new Promise((go) => parser.once('drain', go).once('close', go))
    }
    parser.end()
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error('decoding failed'))
    throw error
  }
}

function nextOf(pieces: Generator<string>): string | undefined {
  const { done, value } = pieces.next()
  return done ? undefined : value
}

/** What stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const line = (text.split(/[\r\n]/, 1)[0] ?? '').replace(/"[^"]*"/g, '')
  const countOf = (mark: string) => line.split(mark).length
  return [',', '\t', ';'].reduce((best, mark) => (countOf(mark) > countOf(best) ? mark : best))
}
