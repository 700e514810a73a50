import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ValidationError } from '../kernel/use-case-error.ts'
import { flagCancelledDemands } from '../supervision/flag-cancelled-demands.ts'
import type { FoundMaterials } from './case-input.ts'
import { cancelledMaterials } from './cancelled-materials.ts'

/**
 * Keeps what the officer found, for every material the item demands: none is left open, none is invented. A material whose service
 * item is cancelled on this day is demanded no more (rulebook R2): it may be left out, and marking it missing or flawed is kept as
 * what it is, an attempt to demand it, which raises an alert.
 * @throws ValidationError MATERIAL_NOT_RECORDED, MATERIAL_UNKNOWN with the sequence numbers
 */
export async function saveMaterials(unit: UnitOfWork, caseId: string, approvalItemCode: string, found: FoundMaterials): Promise<void> {
  const { tx } = unit
  const listed = await tx.material.findMany({
    where: { approvalItemCode },
    select: { id: true, seq: true, nameZh: true, serviceItemCode: true },
  })
  const cancelled = await cancelledMaterials(tx, listed, shanghaiDayOf(unit.now))
  const missing = listed.filter(({ id, seq }) => !cancelled.has(id) && !found.some((one) => one.seq === seq))
  if (missing.length > 0) throw problem('MATERIAL_NOT_RECORDED', missing)
  const unknown = found.filter((one) => !listed.some(({ seq }) => seq === one.seq))
  if (unknown.length > 0) throw problem('MATERIAL_UNKNOWN', unknown)
  for (const { id: materialId, seq } of listed) {
    const one = found.find((candidate) => candidate.seq === seq)
    if (!one) continue
    const state = { presence: one.presence, note: one.note || null }
    await tx.caseMaterial.upsert({
      where: { caseId_materialId: { caseId, materialId } },
      create: { caseId, materialId, ...state },
      update: state,
    })
  }
  const demanded = listed.filter(({ id, seq }) => cancelled.has(id) && found.some((one) => one.seq === seq && one.presence !== 'PRESENT'))
  await flagCancelledDemands(unit, caseId, demanded, cancelled)
}

const problem = (code: string, materials: readonly { seq: number }[]) =>
  new ValidationError([{ path: 'materials', code, facts: { materials: materials.map(({ seq }) => seq) } }])
