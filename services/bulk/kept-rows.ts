import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { createGunzip, gzip } from 'node:zlib'
import type { RowValues } from './import-procedure.ts'
import type { ReadRow, RowSource } from './read-rows.ts'

/** What stands in the first line. */
interface KeptHeader {
  readonly present: readonly string[]
  readonly ignored: readonly string[]
}

// On a thread of its own, while the next rows are read.
const compress = promisify(gzip)

type KeptRow = readonly [row: number, values: RowValues]

/**
 * The rows of a file as the dry run read them, to be imported without reading the file again: JSON lines in gzip, the header first. The rules
 * judge them anew, since the register may have changed; what a cell holds can't have.
 */
export class KeptRows {
  readonly #parts: Promise<Buffer>[] = []

  constructor(header: KeptHeader) {
    this.#add([header])
  }

  add(rows: readonly ReadRow[]): void {
    this.#add(rows.map(({ number, values }): KeptRow => [number, values]))
  }

  async toBuffer(): Promise<Buffer> {
    return Buffer.concat(await Promise.all(this.#parts))
  }

  /** Members of a gzip file stand one after another (RFC 1952, 2.2). */
  #add(lines: readonly unknown[]): void {
    if (lines.length > 0) this.#parts.push(compress(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { level: 1 }))
  }
}

/** Told from a file that an earlier version left for the import to read. */
export const areKeptRows = (content: Buffer): boolean => content[0] === 0x1f && content[1] === 0x8b

export async function openKeptRows(content: Buffer): Promise<RowSource> {
  const lines = createInterface({ input: Readable.from([content]).pipe(createGunzip()), crlfDelay: Number.POSITIVE_INFINITY })
  const all = lines[Symbol.asyncIterator]()
  const { value: first } = await all.next()
  const { present, ignored } = JSON.parse(first ?? '') as KeptHeader
  return { present: new Set(present), ignored, rows: rowsOf(all) }
}

async function* rowsOf(lines: AsyncIterator<string>): AsyncGenerator<ReadRow> {
  for (;;) {
    const { done, value } = await lines.next()
    if (done) return
    const [number, values] = JSON.parse(value) as KeptRow
    yield { number, values, faults: [], shown: (column) => shownValue(column === null ? undefined : values[column]) }
  }
}

function shownValue(value: RowValues[string]): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
