import { columnsOf } from '#domain/bulk/columns-of.ts'
import { headingOf } from '#domain/bulk/column.ts'
import { csvLine } from '#domain/bulk/guard-cell.ts'
import { applyImport } from '#services/bulk/apply-import.ts'
import { exportPage } from '#services/bulk/exports/export-page.ts'
import { runPendingImports } from '#services/bulk/run-pending-imports.ts'
import { uploadImport } from '#services/bulk/upload-import.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

/** The reform office hands in the offerings twice: with slips of the pen, which stops all of it, and put right. */
export async function playImports(stage: Stage): Promise<void> {
  const office = await stage.as('reform', instant('2026-11-19', 15))
  const { columns, rows } = await exportPage(office, { kind: 'OFFERINGS', after: null, language: 'zh' })
  const table = columnsOf.OFFERINGS.filter(({ key }) => columns.includes(key))
  const dayColumn = columns.indexOf('promisedWorkingDays')
  // Some rows that change nothing but the promised time, by a day.
  const wanted = rows.slice(0, 12).map((row) => row.map((cell, at) => (at === dayColumn ? String(Number(cell) + 1) : cell)))
  const spoilt = wanted.map((row, index) => row.map((cell, at) => (at === dayColumn && index % 5 === 1 ? '尽快' : cell)))
  const upload = (lines: readonly (readonly string[])[], fileName: string) =>
    uploadImport(office, {
      clientMutationId: `demo import ${fileName}`,
      kind: 'OFFERINGS',
      fileName,
      content: new TextEncoder().encode([table.map((column) => headingOf(column, 'zh')), ...lines].map(csvLine).join('')),
    })
  await upload(spoilt, '服务项目-11月.csv')
  // One firm whose promise is a day longer is story enough.
  const id = await upload(wanted.slice(0, 1), '服务项目-11月-改正.csv')
  await runPendingImports(stage.system(instant('2026-11-19', 15, 5)))
  const run = await stage.platform.prisma.importRun.findUniqueOrThrow({
    where: { id },
    select: { number: true, version: true, state: true },
  })
  if (run.state !== 'CHECKED') throw new Error(`the demonstration's table has faults: ${run.number}`)
  await applyImport(office, { clientMutationId: 'demo import now', number: run.number, version: run.version })
  await runPendingImports(stage.system(instant('2026-11-19', 15, 10)))
}
