import { assessSupplement } from '#domain/commitments/miss.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { excusedMaterials } from './excused-materials.ts'
import { missReason } from './breach-reason.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'
import { recordBreaches } from './record-breaches.ts'
import type { BrokenPromise } from './record-breaches.ts'

const BATCH = 100

/**
 * Turns every commitment whose due day has ended into a miss, once (rulebook R1). Two sweepers share the work: what one holds the
 * other skips. Run again, it finds nothing.
 */
export async function sweepDueCommitments(context: UseCaseContext): Promise<{ missed: number }> {
  demand(context, 'breach.record')
  let missed = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const batch = await runInTransaction(context, (unit) => sweepBatch(unit, after))
    missed += batch.missed
    if (batch.last === null) return { missed }
    after = batch.last
  }
}

async function sweepBatch(unit: UnitOfWork, after: string): Promise<{ missed: number; last: string | null }> {
  const { tx, now } = unit
  // A first due day that has passed makes a candidate; the rule looks at each material's own day. Handling promises no supply.
  const candidates = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id" FROM "Commitment"
    WHERE "state" = 'PENDING' AND "mode" = 'TOLERANT_ACCEPTANCE' AND "supplementDueOn" < ${toDbDay(shanghaiDayOf(now))}::date AND "id" > ${after}::uuid
    ORDER BY "id" LIMIT ${BATCH} FOR NO KEY UPDATE SKIP LOCKED`
  const ids = candidates.map(({ id }) => id)
  if (ids.length === 0) return { missed: 0, last: null }
  const commitments = await tx.commitment.findMany({ where: { id: { in: ids } }, include: { items: true } })
  const excused = await excusedMaterials(tx, commitments, shanghaiDayOf(now))
  const broken = commitments.flatMap((commitment): BrokenPromise[] => {
    const state = assessSupplement(promisedSupplementOf(commitment), rulesOfCommitment(commitment), now)
    if (state.state !== 'MISSED' || state.outstanding.every(({ seq }) => excused.get(commitment.id)?.has(seq))) return []
    return [{ commitment, kind: 'MISSED', breachedOn: state.dueOn, reason: missReason(commitment.items, state) }]
  })
  const recorded = broken.length > 0 ? await recordBreaches(unit, broken) : []
  return { missed: recorded.length, last: ids.at(-1) ?? null }
}
