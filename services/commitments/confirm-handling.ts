import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { requirePublicityOver } from '#domain/commitments/publicity.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Commitment } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

/**
 * Settles what was handled on a promise 容缺办理 once it was verified (R1.3): it was true, and its publicity ends. The commitment's row is the
 * caller's.
 * @throws RefusedError NOT_A_HANDLING, FINDING_OPEN while a finding of untruth runs, PUBLICITY_…, STEP_FORBIDDEN
 */
export async function confirmHandling(unit: UnitOfWork, commitment: Commitment, reason: string): Promise<void> {
  const { id, mode, state } = commitment
  if (mode !== 'TOLERANT_HANDLING') throw new RefusedError({ code: 'NOT_A_HANDLING' })
  const doubts = await unit.tx.untrueFinding.count({ where: { commitmentId: id, state: { in: ['NOTICED', 'DEFENCE_FILED'] } } })
  if (doubts > 0) throw new RefusedError({ code: 'FINDING_OPEN' })
  const to = unwrap(moveTo(commitmentTransitions, state, 'FULFILLED'))
  unwrap(await publicityOver(unit, commitment))
  const data = { state: to, closedAt: unit.now, nextDueOn: null, isPublished: false, version: { increment: 1 } }
  await unit.tx.commitment.update({ where: { id }, data })
  await unit.audit({
    action: 'commitments.confirm',
    entity: 'Commitment',
    entityId: id,
    before: { state },
    after: { state: to },
    basis: reason,
  })
  await unit.outbox('commitments.fulfilled', 'Commitment', id)
}

/** Whether nothing of its publicity stands in the way of settling what was handled. */
export async function publicityOver({ tx, now }: UnitOfWork, { id, state, isPublished, publicUntilOn }: Commitment) {
  const openObjections = await tx.publicityObjection.count({ where: { commitmentId: id, state: 'FILED' } })
  const published = { state, isPublished, publicUntilOn: fromDbDayOrNull(publicUntilOn) }
  return requirePublicityOver(published, openObjections, shanghaiDayOf(now))
}
