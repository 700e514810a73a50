import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemViewer } from '#domain/access/viewer.ts'
import { recordReferenceEdition } from '#services/catalogue/record-reference-edition.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { approvalItems } from './reference/approval-items.ts'
import { approvalMaterials } from './reference/approval-materials.ts'
import { crossReferenceProblems } from './reference/cross-references.ts'
import { divisions } from './reference/divisions.ts'
import { feeUnits } from './reference/fee-units.ts'
import { handlingExclusions } from './reference/handling-exclusions.ts'
import { holidays } from './reference/holidays.ts'
import { readReferenceFile, sha256Of } from './reference/reference-file.ts'
import type { ReadFile } from './reference/reference-file.ts'
import { ReferenceProblem } from './reference/reference-problem.ts'
import { serviceItems } from './reference/service-items.ts'
import { violations } from './reference/violations.ts'

/** What became of one file. */
export interface ReferenceFileSummary {
  readonly file: string
  readonly rows: number
  readonly outcome: 'LOADED' | 'CHANGED' | 'UNCHANGED'
}

/** From the program's folder, which start.mjs makes the current one. */
const bundled = 'prisma/seed/data'
const names = [divisions, serviceItems, feeUnits, approvalItems, approvalMaterials, handlingExclusions, violations, holidays].map(
  (spec) => spec.name,
)

/**
 * Loads the reference files that are new or changed since the last time (by SHA-256), each in one transaction, after all of them
 * have been read and held against each other. Rows are added or brought up to date; a row that a file no longer has stays, since
 * cases may rest on it (only the days of a year's calendar are replaced). Service items that an adjustment has changed are left as they
 * are; all others that come or change here make an edition of the catalogue.
 * @throws ReferenceProblem with file, line, column and reason of every fault; nothing was written then
 */
export async function loadReference(platform: Platform, folder: string = bundled): Promise<ReferenceFileSummary[]> {
  const bytesOf = new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
  const known = new Map((await platform.prisma.referenceFile.findMany()).map((file) => [file.name, file]))
  const isUnchanged = (name: string, bytes: Buffer) => known.get(name)?.sha256 === sha256Of(bytes)
  if ([...bytesOf].every(([name, bytes]) => isUnchanged(name, bytes))) {
    // A database filled before the catalogue had editions gets its first; a load that broke off before this step is finished.
    await runInTransaction(referenceContext(platform), recordReferenceEdition)
    return names.map((file) => ({ file, rows: known.get(file)?.rows ?? 0, outcome: 'UNCHANGED' }))
  }

  const files = readAll((name) => bytesOf.get(name) ?? Buffer.alloc(0))
  const context = referenceContext(platform)
  const summary: ReferenceFileSummary[] = []
  // In this order: later files name rows of earlier ones.
  for (const { name, rows, save } of files) {
    const before = known.get(name)
    if (before?.sha256 === save.sha256) {
      summary.push({ file: name, rows, outcome: 'UNCHANGED' })
      continue
    }
    await runInTransaction(context, async (unit) => {
      await save.run(unit.tx)
      const record = { sha256: save.sha256, rows, loadedAt: unit.now }
      await unit.tx.referenceFile.upsert({ where: { name }, create: { name, ...record }, update: record })
      await unit.audit({ action: 'reference.load', entity: 'ReferenceFile', entityId: name, before: before ?? undefined, after: record })
    })
    summary.push({ file: name, rows, outcome: before ? 'CHANGED' : 'LOADED' })
  }
  await runInTransaction(context, recordReferenceEdition)
  return summary
}

const referenceContext = (platform: Platform): UseCaseContext => ({ ...platform, viewer: systemViewer, requestId: 'reference data' })

interface LoadableFile {
  readonly name: string
  readonly rows: number
  readonly save: { readonly sha256: string; readonly run: (tx: Parameters<ReadFile<unknown>['spec']['save']>[0]) => Promise<void> }
}

function readAll(bytesOf: (name: string) => Buffer): LoadableFile[] {
  const linked = {
    divisions: readReferenceFile(divisions, bytesOf(divisions.name)),
    serviceItems: readReferenceFile(serviceItems, bytesOf(serviceItems.name)),
    feeUnits: readReferenceFile(feeUnits, bytesOf(feeUnits.name)),
    approvalItems: readReferenceFile(approvalItems, bytesOf(approvalItems.name)),
    approvalMaterials: readReferenceFile(approvalMaterials, bytesOf(approvalMaterials.name)),
    handlingExclusions: readReferenceFile(handlingExclusions, bytesOf(handlingExclusions.name)),
  }
  const readViolations = readReferenceFile(violations, bytesOf(violations.name))
  const readHolidays = readReferenceFile(holidays, bytesOf(holidays.name))
  const problems = [...Object.values(linked), readViolations, readHolidays].flatMap((file) => file.problems)
  // Rows that couldn't be read are missing from the comparison, which would then blame the wrong ones.
  const found = problems.length > 0 ? problems : crossReferenceProblems(linked)
  if (found.length > 0) throw new ReferenceProblem(found)
  return [
    loadable(linked.divisions),
    loadable(linked.serviceItems),
    loadable(linked.feeUnits),
    loadable(linked.approvalItems),
    loadable(linked.approvalMaterials),
    loadable(linked.handlingExclusions),
    loadable(readViolations),
    loadable(readHolidays),
  ]
}

function loadable<Row>({ spec, sha256, rows }: ReadFile<Row>): LoadableFile {
  const plain = rows.map(({ row }) => row)
  return { name: spec.name, rows: rows.length, save: { sha256, run: (tx) => spec.save(tx, plain) } }
}
