import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { headingOf } from '#domain/bulk/column.ts'
import type { ImportColumn, SheetLanguage } from '#domain/bulk/column.ts'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import type { RegisterKind } from '#domain/bulk/import-run.ts'
import { runOperation } from '#app/operation.server.ts'
import { RegisterExportDocument } from './documents.server.ts'
import { inTurn } from './in-turn.server.ts'
import type { SheetToWrite } from './write-xlsx.server.ts'

const tableRows = z.array(z.array(z.string()))

/** Column widths in characters: of long texts a part is enough. */
export const widthOf = ({ cell, zh }: ImportColumn): number =>
  Math.max(zh.length * 2 + 2, cell.type === 'USCC' ? 22 : cell.type === 'TEXT' && cell.most >= 200 ? 32 : 14)

/**
 * The table that is on record as one sheet. Its pages are fetched one by one, each when the one before is on its way to the reader; the
 * first before the answer begins, so that what is refused is refused with its status.
 */
export async function exportTable(
  args: Pick<LoaderFunctionArgs, 'request' | 'context'>,
  kind: RegisterKind,
  name: string,
  language: SheetLanguage,
): Promise<SheetToWrite> {
  const pageAfter = async (after: string | null) => {
    const { registerExport } = await inTurn(() => runOperation(args, RegisterExportDocument, { kind, after, language }))
    return { ...registerExport, rows: tableRows.parse(registerExport.rows) }
  }
  const first = await pageAfter(null)
  const columns = columnsOf[kind].filter(({ key }) => first.columns.includes(key))
  async function* rows(): AsyncGenerator<readonly (readonly string[])[]> {
    yield [columns.map((column) => headingOf(column, language))]
    let page = first
    for (;;) {
      yield page.rows
      // Whoever has gone wants no further page.
      if (page.next === null || args.request.signal.aborted) return
      page = await pageAfter(page.next)
    }
  }
  return { name, rows: rows(), widths: columns.map(widthOf) }
}
