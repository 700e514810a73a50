import type { ImportKind } from '#domain/bulk/import-run.ts'
import { calendarImport } from './calendar/calendar-import.ts'
import { caseImport } from './cases/case-import.ts'
import { catalogueImport } from './catalogue/catalogue-import.ts'
import type { ImportProcedure } from './import-procedure.ts'
import { intermediaryImport } from './intermediaries/intermediary-import.ts'
import { offeringImport } from './offerings/offering-import.ts'

export const importProcedures: Readonly<Record<ImportKind, ImportProcedure>> = {
  CATALOGUE: catalogueImport,
  INTERMEDIARIES: intermediaryImport,
  OFFERINGS: offeringImport,
  CALENDAR: calendarImport,
  CASES: caseImport,
}
