import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { Commitment } from '#prisma/generated/client.ts'
import { cancelledMaterials } from '../acceptance/cancelled-materials.ts'

interface PromisedService {
  readonly commitmentId: string
  readonly materialSeq: number
  /** The material of the guide, and the service that delivers it. */
  readonly id: string
  readonly serviceItemCode: string
}

/**
 * Promised materials that nobody may demand any more on that day, because the service that delivers them is cancelled (rulebook R2): who
 * does not supply them breaks no promise (our own reading, evidence D). Sequence numbers by commitment; none for one without any.
 */
export async function excusedMaterials(
  tx: Tx,
  commitments: readonly Pick<Commitment, 'id'>[],
  day: CalendarDay,
): Promise<ReadonlyMap<string, ReadonlySet<number>>> {
  const promised = await tx.$queryRaw<PromisedService[]>`
    SELECT i."commitmentId", i."materialSeq", m."id", m."serviceItemCode"
    FROM "CommitmentItem" i JOIN "Commitment" c ON c."id" = i."commitmentId" JOIN "ApprovalCase" a ON a."id" = c."caseId"
      JOIN "Material" m ON m."approvalItemCode" = a."approvalItemCode" AND m."seq" = i."materialSeq"
    WHERE i."commitmentId" = ANY (${commitments.map(({ id }) => id)}::uuid[]) AND m."serviceItemCode" IS NOT NULL`
  const cancelled = await cancelledMaterials(tx, promised, day)
  const excused = new Map<string, Set<number>>()
  for (const { commitmentId, materialSeq, id } of promised) {
    if (cancelled.has(id)) excused.set(commitmentId, (excused.get(commitmentId) ?? new Set<number>()).add(materialSeq))
  }
  return excused
}
