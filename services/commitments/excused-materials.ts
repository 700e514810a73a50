import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { Commitment, CommitmentItem } from '#prisma/generated/client.ts'
import { cancelledMaterials } from '../acceptance/cancelled-materials.ts'

/**
 * Promised materials that nobody may demand any more on that day, because the service that delivers them is cancelled (rulebook R2): who
 * does not supply them breaks no promise (our own reading, evidence D). Sequence numbers by commitment.
 */
export async function excusedMaterials(
  tx: Tx,
  commitments: readonly (Pick<Commitment, 'id' | 'caseId'> & { readonly items: readonly Pick<CommitmentItem, 'materialSeq'>[] })[],
  day: CalendarDay,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const cases = await tx.approvalCase.findMany({
    where: { id: { in: commitments.map(({ caseId }) => caseId) } },
    select: { id: true, approvalItemCode: true },
  })
  const materials = await tx.material.findMany({
    where: { approvalItemCode: { in: cases.map(({ approvalItemCode }) => approvalItemCode) }, serviceItemCode: { not: null } },
    select: { id: true, seq: true, approvalItemCode: true, serviceItemCode: true },
  })
  const cancelled = await cancelledMaterials(tx, materials, day)
  return new Map(
    commitments.map(({ id, caseId, items }) => {
      const code = cases.find((one) => one.id === caseId)?.approvalItemCode
      const excused = materials.filter((one) => one.approvalItemCode === code && cancelled.has(one.id)).map(({ seq }) => seq)
      return [id, new Set(items.map(({ materialSeq }) => materialSeq).filter((seq) => excused.includes(seq)))]
    }),
  )
}
