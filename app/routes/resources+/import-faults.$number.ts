import type { LoaderFunctionArgs } from '@remix-run/node'
import { ImportRunDocument } from '#app/features/bulk/documents.server.ts'
import { columnName, factsFor, faultsOf } from '#app/features/bulk/import-report.ts'
import { tableResponse } from '#app/features/bulk/table-file.server.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { refusalText } from '#app/refusal.ts'

/** The faults of an import as CSV, in the reader's language, to be worked through beside the table. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { importRun } = await runOperation({ request, context }, ImportRunDocument, { number: params['number'] ?? '' })
  if (!importRun) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'bulk')
  const form = await serverText(request, 'form')
  const { kind, number, faults } = importRun
  const rows = faultsOf(faults).map((fault) => [
    fault.row === 0 ? '' : String(fault.row),
    fault.column === null ? t(fault.row === 0 ? 'run.wholeFile' : 'run.wholeRow') : columnName(kind, fault.column, t.language),
    fault.value,
    refusalText({ code: fault.code, facts: factsFor(kind, fault, t.language) }, t, form),
  ])
  const header = [t('run.row'), t('run.column'), t('run.value'), t('run.reason')]
  return tableResponse(number, [{ name: number, rows: [[header, ...rows]], widths: [] }], { format: 'csv', encoding: 'utf-8' })
}
