import type { ImportColumn } from '#domain/bulk/column.ts'
import type { ImportKind } from '#domain/bulk/import-run.ts'
import type { CellValue } from '#domain/bulk/read-cell.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** One import at work, inside its transaction. */
export interface ImportAtWork {
  readonly unit: UnitOfWork
  readonly today: CalendarDay
  readonly number: string
  readonly createdById: string
  readonly options: unknown
  /** Of cases: the agency whose they are. */
  readonly organisationId: string | null
  /** Keys of the columns that the file has. What it doesn't have stays as it is. */
  readonly present: ReadonlySet<string>
}

/** The values of one row by their column's key; null for an empty cell, nothing for a column that the file doesn't have. */
export type RowValues = Readonly<Record<string, CellValue | undefined>>
/** Notes a fault in the row being judged. */
export type NoteFault = (column: string | null, code: string, facts?: Readonly<Record<string, unknown>>) => void
/** Judges one row by itself; answers with what goes into the temporary table import_row. Its faults are noted on the way. */
export type RowJudge = (values: RowValues, note: NoteFault) => Readonly<Record<string, unknown>>

/**
 * What is particular to one kind of table. Rows that hold by themselves stand in the temporary table import_row; `check` adds to
 * import_fault what they break together or against the register, `compare` fills import_change, and `apply` writes exactly that.
 */
export interface ImportProcedure {
  readonly kind: ImportKind
  readonly columns: readonly ImportColumn[]
  readonly mostRows: number
  /** Columns of import_row in SQL, besides "row". */
  readonly staging: Readonly<Record<string, string>>
  /** Loads what rows are judged by. */
  prepare(work: ImportAtWork): Promise<RowJudge>
  /** What the rows break together: keys that stand twice, rows that contradict each other, things unknown. */
  check(work: ImportAtWork): Promise<void>
  /** What differs from what is on record; of a row that changes nothing there is no line. */
  compare(work: ImportAtWork): Promise<void>
  /** The rules for what is new or changed: what stands already is not judged again. */
  judgeChanges(work: ImportAtWork): Promise<void>
  /** Writes. `progress` is told the share done, 0 to 1. */
  apply(work: ImportAtWork, progress: (share: number) => void): Promise<void>
}
