import type { LoaderFunctionArgs } from '@remix-run/node'
import { headingOf } from '#domain/bulk/column.ts'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import { widthOf } from '#app/features/bulk/export-table.server.ts'
import { sheetLanguage } from '#app/features/bulk/import-report.ts'
import { kindOf } from '#app/features/bulk/kind-of.server.ts'
import { formatOf, tableResponse } from '#app/features/bulk/table-file.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'

/** An empty table with its header and an example; in a workbook a second sheet says what belongs in each column. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const kind = kindOf(params['kind'])
  const t = await serverText(request, 'bulk')
  const language = sheetLanguage(t.language)
  const columns = columnsOf[kind].filter(({ isInformative }) => !isInformative)
  const table = [columns.map((column) => headingOf(column, language)), columns.map(({ example }) => example[language])]
  const general = (['example', 'order', 'format', 'idempotent'] as const).map((key) => [t(`notes.${key}`)])
  const notes = [
    [t('sheet.column'), t('sheet.required'), t('sheet.note'), t('sheet.example')],
    ...columns.map((column) => [
      headingOf(column, language),
      t(column.isRequired ? 'sheet.yes' : 'sheet.no'),
      column.note[language],
      column.example[language],
    ]),
    [],
    ...general,
  ]
  const sheets = [
    { name: t(`kind.${kind}`), rows: [table], widths: columns.map(widthOf) },
    { name: t('sheet.notes'), rows: [notes], widths: [28, 10, 60, 30] },
  ]
  return tableResponse(
    t('tables.templateOf', { kind: t(`kind.${kind}`), format: '' })
      .trim()
      .replace(/,$/, ''),
    sheets,
    formatOf(request),
  )
}
