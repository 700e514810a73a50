import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import type { FoundMaterials } from './case-input.ts'

/**
 * Keeps what the officer found, for every material the item demands: none is left open, none is invented.
 * @throws ValidationError MATERIAL_NOT_RECORDED, MATERIAL_UNKNOWN with the sequence numbers
 */
export async function saveMaterials({ tx }: UnitOfWork, caseId: string, approvalItemCode: string, found: FoundMaterials): Promise<void> {
  const demanded = await tx.material.findMany({ where: { approvalItemCode }, select: { id: true, seq: true } })
  const missing = demanded.filter(({ seq }) => !found.some((one) => one.seq === seq))
  if (missing.length > 0) throw problem('MATERIAL_NOT_RECORDED', missing)
  const unknown = found.filter((one) => !demanded.some(({ seq }) => seq === one.seq))
  if (unknown.length > 0) throw problem('MATERIAL_UNKNOWN', unknown)
  for (const { id: materialId, seq } of demanded) {
    const one = found.find((candidate) => candidate.seq === seq)
    if (!one) continue
    const state = { presence: one.presence, note: one.note || null }
    await tx.caseMaterial.upsert({
      where: { caseId_materialId: { caseId, materialId } },
      create: { caseId, materialId, ...state },
      update: state,
    })
  }
}

const problem = (code: string, materials: readonly { seq: number }[]) =>
  new ValidationError([{ path: 'materials', code, facts: { materials: materials.map(({ seq }) => seq) } }])
