import type { ImportColumn } from './column.ts'
import { calendarColumns } from './columns/calendar-columns.ts'
import { caseColumns } from './columns/case-columns.ts'
import { catalogueColumns } from './columns/catalogue-columns.ts'
import { intermediaryColumns } from './columns/intermediary-columns.ts'
import { offeringColumns } from './columns/offering-columns.ts'
import type { ImportKind } from './import-run.ts'

/** The columns of each kind's table, in the order in which templates and exports have them. */
export const columnsOf: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  CATALOGUE: catalogueColumns,
  INTERMEDIARIES: intermediaryColumns,
  OFFERINGS: offeringColumns,
  CALENDAR: calendarColumns,
  CASES: caseColumns,
}
