import type { z } from 'zod'
import type { approvalItems } from './approval-items.ts'
import type { approvalMaterials } from './approval-materials.ts'
import type { divisions } from './divisions.ts'
import type { feeUnits } from './fee-units.ts'
import type { handlingExclusions } from './handling-exclusions.ts'
import type { ReadFile, ReferenceFileSpec } from './reference-file.ts'
import type { RowProblem } from './reference-problem.ts'
import type { serviceItems } from './service-items.ts'

type RowOf<Spec> = Spec extends ReferenceFileSpec<infer Row> ? Row : z.output<z.ZodNever>

/** The files whose rows name each other, as read. */
export interface LinkedFiles {
  readonly divisions: ReadFile<RowOf<typeof divisions>>
  readonly serviceItems: ReadFile<RowOf<typeof serviceItems>>
  readonly feeUnits: ReadFile<RowOf<typeof feeUnits>>
  readonly approvalItems: ReadFile<RowOf<typeof approvalItems>>
  readonly approvalMaterials: ReadFile<RowOf<typeof approvalMaterials>>
  readonly handlingExclusions: ReadFile<RowOf<typeof handlingExclusions>>
}

/** What only shows when the files are laid side by side. */
export function crossReferenceProblems(files: LinkedFiles): RowProblem[] {
  return [
    ...divisionProblems(files.divisions),
    ...materialProblems(files),
    ...itemProblems(files),
    ...unitProblems(files),
    ...exclusionProblems(files),
  ]
}

function unitProblems({ serviceItems, feeUnits }: LinkedFiles): RowProblem[] {
  const codes = new Set(serviceItems.rows.map(({ row }) => row.code))
  const file = feeUnits.spec.name
  return feeUnits.rows
    .filter(({ row }) => !codes.has(row.service_item_code))
    .map(({ line, row }) => ({ file, line, column: 'service_item_code', reason: `no service item ${row.service_item_code}` }))
}

function exclusionProblems({ approvalItems, handlingExclusions }: LinkedFiles): RowProblem[] {
  const codes = new Set(approvalItems.rows.map(({ row }) => row.item_code))
  const file = handlingExclusions.spec.name
  return handlingExclusions.rows
    .filter(({ row }) => !codes.has(row.item_code))
    .map(({ line, row }) => ({ file, line, column: 'item_code', reason: `no approval item ${row.item_code}` }))
}

function divisionProblems(file: LinkedFiles['divisions']): RowProblem[] {
  const parentOf = new Map(file.rows.map(({ row }) => [row.code, row.parent_code]))
  return file.rows.flatMap(({ line, row }) => {
    if (row.parent_code === null) return []
    const problem = { file: file.spec.name, line, column: 'parent_code' }
    if (!parentOf.has(row.parent_code)) return [{ ...problem, reason: `no division ${row.parent_code}` }]
    let above: string | null | undefined = row.parent_code
    for (let steps = 0; above != null; steps += 1) {
      if (steps > parentOf.size) return [{ ...problem, reason: 'the divisions above it run in a circle' }]
      above = parentOf.get(above)
    }
    return []
  })
}

function materialProblems({ serviceItems, approvalItems, approvalMaterials }: LinkedFiles): RowProblem[] {
  const statusOf = new Map(serviceItems.rows.map(({ row }) => [row.code, row.status]))
  const kindOf = new Map(approvalItems.rows.map(({ row }) => [row.item_code, row.kind]))
  return approvalMaterials.rows.flatMap(({ line, row }) => {
    const found: RowProblem[] = []
    const add = (column: string, reason: string) => found.push({ file: approvalMaterials.spec.name, line, column, reason })
    const kind = kindOf.get(row.item_code)
    if (kind === undefined) add('item_code', `no approval item ${row.item_code}`)
    // Tolerant acceptance is not open to immediate items (rulebook R1.1), so nothing of theirs can be deferred.
    if (kind === 'IMMEDIATE' && !row.essential) add('essential', 'an immediate item has no deferrable material')
    if (row.via_service_item_code !== null) {
      const status = statusOf.get(row.via_service_item_code)
      if (status === undefined) add('via_service_item_code', `no service item ${row.via_service_item_code}`)
      // A cancelled item can't be demanded (rulebook R2).
      if (status === 'CANCELLED') add('via_service_item_code', `${row.via_service_item_code} is cancelled and can't be demanded`)
    }
    return found
  })
}

function itemProblems({ approvalItems, approvalMaterials }: LinkedFiles): RowProblem[] {
  const withMaterial = new Set(approvalMaterials.rows.map(({ row }) => row.item_code))
  return approvalItems.rows
    .filter(({ row }) => !withMaterial.has(row.item_code))
    .map(({ line, row }) => ({
      file: approvalItems.spec.name,
      line,
      column: 'item_code',
      reason: `no material of ${row.item_code} is given`,
    }))
}
