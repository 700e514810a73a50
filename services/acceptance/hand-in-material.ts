import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { receiveFile } from '../files/receive-file.ts'
import { sentFiles, sentFilesAsked } from '../files/sent-files.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'

/** Files of one material (our own limit). */
export const mostFilesOfMaterial = 20

export const handInMaterialInput = caseStepInput.extend({
  /** The material's place in the item's list. */
  seq: z.number().int().min(1),
  files: sentFiles.min(1, 'FILES_REQUIRED'),
})

const open = ['DRAFT', 'FILED', 'CORRECTION_REQUESTED']

/**
 * Takes files in as a material of a case: by the applicant while it is drafted or once the correction notice asks for it, or by the agency's
 * officer who scans what lies on the counter. What an officer found of the material stays as found; whether a file is in legal form is for the
 * officer to say. Answers with the case's id.
 * @throws RefusedError CASE_NOT_OPEN, FILES_OF_MATERIAL_TOO_MANY, FILE_… · ValidationError MATERIAL_UNKNOWN
 */
export async function handInMaterial(context: UseCaseContext, input: z.input<typeof handInMaterialInput>): Promise<string> {
  const { files, ...parsed } = parseInput(handInMaterialInput, input)
  const asked = { ...parsed, files: sentFilesAsked(files) }
  return runUseCase(context, { operation: 'handInMaterial', clientMutationId: parsed.clientMutationId, input: asked }, async (unit) => {
    const { tx, viewer, now } = unit
    const locked = await lockApprovalCase(unit, 'material.handIn', parsed)
    const { id, state } = locked
    if (!open.includes(state)) throw new RefusedError({ code: 'CASE_NOT_OPEN', state })
    const { materialId, fileCount } = await materialOf(unit, locked, parsed.seq)
    if (fileCount + files.length > mostFilesOfMaterial)
      throw new RefusedError({ code: 'FILES_OF_MATERIAL_TOO_MANY', most: mostFilesOfMaterial })
    const rows = []
    for (const file of files) {
      const { id: fileId, fileName } = await receiveFile(unit, file, { uploadedById: viewer.userId })
      rows.push({ caseId: id, materialId, fileId, addedById: viewer.userId, addedAt: now, fileName })
    }
    await tx.caseMaterialFile.createMany({ data: rows.map(({ fileName: _name, ...row }) => row) })
    await tx.approvalCase.update({ where: { id }, data: { version: { increment: 1 } } })
    const names = rows.map(({ fileName }) => fileName).join('、')
    if (state !== 'DRAFT') {
      const facts = { seq: parsed.seq, files: names }
      await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: 'MATERIAL_HANDED_IN', audience: 'PARTIES', facts })
      if (viewer.subjectId === locked.applicantId) await unit.outbox('acceptance.materialHandedIn', 'ApprovalCase', id)
    }
    await unit.audit({ action: 'acceptance.handInMaterial', entity: 'ApprovalCase', entityId: id, after: asked })
    return id
  })
}

/** The material's row in the case. It must be there: one made for the files alone would pass for the officer's finding. */
async function materialOf({ tx }: UnitOfWork, locked: LockedApprovalCase, seq: number) {
  const row = locked.materials.find(({ material }) => material.seq === seq)
  if (row) return { materialId: row.materialId, fileCount: row.files.length }
  if (locked.materials.length === 0) throw new RefusedError({ code: 'MATERIALS_NOT_RECORDED' })
  const known = await tx.material.count({ where: { approvalItemCode: locked.approvalItemCode, seq } })
  const code = known > 0 ? 'MATERIAL_NOT_DEMANDED' : 'MATERIAL_UNKNOWN'
  throw new ValidationError([{ path: 'seq', code, facts: { materials: [seq] } }])
}
