import type { SheetLanguage } from '#domain/bulk/column.ts'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import type { RegisterKind } from '#domain/bulk/import-run.ts'
import type { CellValue } from '#domain/bulk/read-cell.ts'
import { writeCell } from '#domain/bulk/write-cell.ts'
import { can } from '#domain/access/can.ts'
import { demand } from '../../kernel/use-case-context.ts'
import type { UseCaseContext } from '../../kernel/use-case-context.ts'
import { calendarRecords } from './calendar-records.ts'
import { catalogueRecords } from './catalogue-records.ts'
import { intermediaryRecords } from './intermediary-records.ts'
import { offeringRecords } from './offering-records.ts'

/** One row of a table by its columns' keys, as stored. */
export type ExportRecord = Readonly<Record<string, CellValue | undefined>>

export interface RecordPage {
  readonly records: readonly ExportRecord[]
  /** Where the next page goes on; null: this was the last. */
  readonly next: string | null
}

/** Reads a page of records behind `after`. What only officials may have is left out unless `isWhole`. */
export type ReadRecords = (context: UseCaseContext, after: string | null, isWhole: boolean) => Promise<RecordPage>

const readersOf: Readonly<Record<RegisterKind, ReadRecords>> = {
  CATALOGUE: catalogueRecords,
  INTERMEDIARIES: intermediaryRecords,
  OFFERINGS: offeringRecords,
  CALENDAR: calendarRecords,
}

export interface ExportPage {
  /** Keys of the columns, as in columnsOf. */
  readonly columns: readonly string[]
  /** Cells in the order of `columns`, as an import would read them. */
  readonly rows: readonly (readonly string[])[]
  readonly next: string | null
}

/**
 * One page of a table as it can be imported again. Everyone gets the public part (open data, without names and numbers of persons), the
 * reform office and auditors all of it. Pages are read one by one: what changes between two of them may be missing or there already.
 */
export async function exportPage(
  context: UseCaseContext,
  { kind, after, language }: { readonly kind: RegisterKind; readonly after: string | null; readonly language: SheetLanguage },
): Promise<ExportPage> {
  demand(context, 'register.view')
  const isWhole = can(context.viewer, 'register.exportWhole')
  const columns = columnsOf[kind].filter(({ isPersonal }) => isWhole || !isPersonal)
  const { records, next } = await readersOf[kind](context, after, isWhole)
  return {
    columns: columns.map(({ key }) => key),
    rows: records.map((record) => columns.map(({ key, cell }) => writeCell(cell, record[key], language))),
    next,
  }
}
