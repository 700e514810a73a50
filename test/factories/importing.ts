import { randomUUID } from 'node:crypto'
import { columnsOf } from '#domain/bulk/columns-of.ts'
import type { ImportKind } from '#domain/bulk/import-run.ts'
import { csvLine } from '#domain/bulk/guard-cell.ts'
import { headingOf } from '#domain/bulk/column.ts'
import { systemViewer } from '#domain/access/viewer.ts'
import { applyImport } from '#services/bulk/apply-import.ts'
import { runPendingImports } from '#services/bulk/run-pending-imports.ts'
import { uploadImport } from '#services/bulk/upload-import.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf } from './people.ts'

export const importDay = '2026-11-21T02:00:00Z'

/** An officer of the reform office. */
export const reformOfficer = (platform: Platform, at = importDay): UseCaseContext =>
  contextOf(platform, at, { roles: ['REFORM_OFFICE'], name: '改革办甲' })

/** A row of a table by the columns' keys. */
export type TableRow = Readonly<Record<string, string>>

/** The table as CSV: headings in Chinese, the columns that any of the rows has. */
export function csvOf(kind: ImportKind, rows: readonly TableRow[]): string {
  const columns = columnsOf[kind].filter(({ key }) => rows.some((row) => row[key] !== undefined))
  const lines = [columns.map((column) => headingOf(column, 'zh')), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))]
  return lines.map(csvLine).join('')
}

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Uploads and lets the worker check; the run's id. */
export async function upload(
  officer: UseCaseContext,
  kind: ImportKind,
  content: Uint8Array<ArrayBuffer>,
  fileName = '表.csv',
): Promise<string> {
  const edition = { titleZh: '2026年第二版清单', documentNo: '郑政改〔2026〕9号', effectiveOn: '2026-12-01' }
  const id = await uploadImport(officer, {
    clientMutationId: randomUUID(),
    kind,
    fileName,
    content,
    ...(kind === 'CATALOGUE' ? { edition } : {}),
  })
  await work(officer)
  return id
}

/** The worker's round, at the officer's instant. */
export const work = (officer: UseCaseContext) => runPendingImports({ ...officer, viewer: systemViewer })

/** Presses "import now" without letting the worker run. */
export async function start(officer: UseCaseContext, id: string): Promise<void> {
  const { number, version } = await runOf(officer, id)
  await applyImport(officer, { clientMutationId: randomUUID(), number, version })
}

/** Uploads, checks and imports; the run afterwards. */
export async function importTable(officer: UseCaseContext, kind: ImportKind, content: Uint8Array<ArrayBuffer>) {
  const id = await upload(officer, kind, content)
  if ((await runOf(officer, id)).state !== 'CHECKED') return runOf(officer, id)
  await start(officer, id)
  await work(officer)
  return runOf(officer, id)
}

/** The run without its file. */
export const runOf = ({ prisma }: UseCaseContext, id: string) =>
  prisma.importRun.findUniqueOrThrow({ where: { id }, omit: { content: true } })
