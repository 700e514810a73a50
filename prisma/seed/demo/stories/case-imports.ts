import { caseColumns } from '#domain/bulk/columns/case-columns.ts'
import { headingOf } from '#domain/bulk/column.ts'
import { csvLine } from '#domain/bulk/guard-cell.ts'
import { applyImport } from '#services/bulk/apply-import.ts'
import { runPendingImports } from '#services/bulk/run-pending-imports.ts'
import { uploadImport } from '#services/bulk/upload-import.ts'
import { instant } from '../stage.ts'
import type { Stage } from '../stage.ts'

const columns = caseColumns.filter(({ key }) => key !== 'projectCode' && key !== 'flawedMaterials')

/** A window hands in the cases of its own system: first with a wrong item code, which stops all of it, then put right. */
export async function playCaseImports(stage: Stage): Promise<void> {
  const officer = await stage.as('officer', instant('2026-11-18', 16))
  const { prisma } = stage.platform
  const { code } = await prisma.approvalItem.findFirstOrThrow({
    where: { code: { startsWith: 'AP-TRA-' }, kind: 'COMMITTED' },
    orderBy: { code: 'asc' },
    select: { code: true },
  })
  const { viewer } = await stage.as('applicant', instant('2026-11-18', 16))
  const applicant = await prisma.subject.findUniqueOrThrow({ where: { id: viewer.subjectId ?? '' }, select: { uscc: true, name: true } })
  const rows = (items: readonly string[]) =>
    items.map((item, index) => [
      `YWXT-2026-${118 + index}`,
      item,
      applicant.uscc ?? '',
      applicant.name,
      `公路养护工程${index + 1}标（演示）`,
      '',
    ])
  const upload = (fileName: string, items: readonly string[]) =>
    uploadImport(officer, {
      clientMutationId: `demo case import ${fileName}`,
      kind: 'CASES',
      fileName,
      content: new TextEncoder().encode([columns.map((column) => headingOf(column, 'zh')), ...rows(items)].map(csvLine).join('')),
    })
  await upload('办件-11月18日.csv', [code, 'AP-TRA-999'])
  const id = await upload('办件-11月18日-改正.csv', [code, code])
  await runPendingImports(stage.system(instant('2026-11-18', 16, 5)))
  const run = await prisma.importRun.findUniqueOrThrow({ where: { id }, select: { number: true, version: true, state: true } })
  if (run.state !== 'CHECKED') throw new Error(`the demonstration's cases have faults: ${run.number}`)
  await applyImport(officer, { clientMutationId: 'demo case import now', number: run.number, version: run.version })
  await runPendingImports(stage.system(instant('2026-11-18', 16, 10)))
}
