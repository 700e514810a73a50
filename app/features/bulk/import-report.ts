import { z } from 'zod'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import { headingOf } from '#domain/bulk/column.ts'
import type { SheetLanguage } from '#domain/bulk/column.ts'
import type { ImportKind, ImportSummary, RowFault } from '#domain/bulk/import-run.ts'
import type { Language } from '#app/i18n/language.ts'

const fault = z.object({
  row: z.number(),
  column: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  facts: z.record(z.string(), z.unknown()),
})
const counts = { added: z.number(), changed: z.number(), unchanged: z.number(), removed: z.number() }
const summary = z.object({
  ...counts,
  changedFields: z.record(z.string(), z.number()),
  sample: z.array(z.object({ row: z.number(), key: z.string(), name: z.string(), isNew: z.boolean(), fields: z.array(z.string()) })),
  ignoredColumns: z.array(z.string()),
})

/** The report of a run comes as JSON; these give it its types back. */
export const faultsOf = (json: unknown): readonly RowFault[] => z.array(fault).parse(json)
export const summaryOf = (json: unknown): ImportSummary | null => (json === null ? null : summary.parse(json))

export const sheetLanguage = (language: Language): SheetLanguage => (language === 'en' ? 'en' : 'zh')

/** A column as its heading says; a key that no column has stays as it is. */
export function columnName(kind: ImportKind, key: string, language: Language): string {
  const column = columnsOf[kind].find((one) => one.key === key)
  return column ? headingOf(column, sheetLanguage(language)) : key
}

/** Facts for the sentence: keys of columns become headings, choices come in the reader's language. */
export function factsFor(kind: ImportKind, { code, facts }: RowFault, language: Language): Readonly<Record<string, unknown>> {
  if (code === 'COLUMNS_MISSING' && Array.isArray(facts['columns'])) {
    return { ...facts, columns: facts['columns'].map((key) => columnName(kind, String(key), language)) }
  }
  if (code === 'CELL_NOT_ONE_OF' && language === 'en') return { ...facts, values: facts['valuesEn'] }
  return facts
}
