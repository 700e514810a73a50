import type { LoaderFunctionArgs } from '@remix-run/node'
import { exportTable } from '#app/features/bulk/export-table.server.ts'
import { sheetLanguage } from '#app/features/bulk/import-report.ts'
import { registerKindOf } from '#app/features/bulk/kind-of.server.ts'
import { formatOf, tableResponse } from '#app/features/bulk/table-file.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'

/** What is on record as a table: open data for everyone, with names and numbers of persons for officials only. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const kind = registerKindOf(params['kind'])
  const t = await serverText(request, 'bulk')
  const table = await exportTable({ request, context }, kind, t(`kind.${kind}`), sheetLanguage(t.language))
  return tableResponse(t(`kind.${kind}`), [table], formatOf(request))
}
