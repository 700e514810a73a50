import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { Tx } from '#prisma/client.ts'
import { readCsv } from './read-csv.ts'
import type { RowProblem } from './reference-problem.ts'

/** How one reference file is read, judged within itself and stored. */
export interface ReferenceFileSpec<Row> {
  readonly name: string
  /** One schema per column; its keys are the header. */
  readonly columns: z.ZodObject
  /** The parsed row; `cells` has passed `columns`. */
  readonly rowOf: (cells: unknown) => Row
  /** What must be unique in the file, and the column that is named when it isn't. */
  readonly key: { readonly column: string; readonly of: (row: Row) => string }
  /** What no single column can tell: [column, reason], or nothing. */
  readonly check?: (row: Row) => readonly [column: string, reason: string] | undefined
  readonly save: (tx: Tx, rows: readonly Row[]) => Promise<void>
}

/** Ties the columns' schema to the row type, so that each file is checked from cell to database. */
export function referenceFile<S extends z.ZodObject>(
  spec: Omit<ReferenceFileSpec<z.output<S>>, 'columns' | 'rowOf'> & { readonly columns: S },
): ReferenceFileSpec<z.output<S>> {
  return { ...spec, rowOf: (cells) => spec.columns.parse(cells) }
}

export interface ReadRow<Row> {
  readonly line: number
  readonly row: Row
}

export interface ReadFile<Row> {
  readonly spec: ReferenceFileSpec<Row>
  readonly sha256: string
  readonly rows: readonly ReadRow<Row>[]
  readonly problems: readonly RowProblem[]
}

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Reads and judges one file by itself; every problem is found in one go. */
export function readReferenceFile<Row>(spec: ReferenceFileSpec<Row>, bytes: Buffer): ReadFile<Row> {
  const file = spec.name
  const reading = readCsv(file, bytes, Object.keys(spec.columns.shape))
  const problems: RowProblem[] = [...reading.problems]
  const rows: ReadRow<Row>[] = []
  const lineOfKey = new Map<string, number>()
  for (const { line, cells } of reading.records) {
    const parsed = spec.columns.safeParse(cells)
    if (!parsed.success) {
      for (const issue of parsed.error.issues) {
        problems.push({ file, line, column: issue.path.map(String).join('.') || null, reason: issue.message })
      }
      continue
    }
    const row = spec.rowOf(cells)
    const found = spec.check?.(row)
    if (found) problems.push({ file, line, column: found[0], reason: found[1] })
    const key = spec.key.of(row)
    const first = lineOfKey.get(key)
    if (first === undefined) lineOfKey.set(key, line)
    else problems.push({ file, line, column: spec.key.column, reason: `${key} stands already on line ${first}` })
    rows.push({ line, row })
  }
  return { spec, sha256: sha256Of(bytes), rows, problems }
}
