import { assessSupplement } from '#domain/commitments/miss.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { excusedMaterials } from '../commitments/excused-materials.ts'
import { promisedSupplementOf, rulesOfCommitment } from '../commitments/promised-supplement.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { dropTasksOf } from '../verification/answer-task.ts'
import type { LockedApprovalCase } from './read-locked-case.ts'

/**
 * Lets the promises of a case fall with its end, if none stands in the way. A missed day can't be escaped by withdrawing afterwards. What is
 * still out because its service was cancelled is demanded of nobody (rulebook R2): a promise of nothing else neither holds up an approval nor
 * is broken. Answers with the ids of those that fell.
 * @throws RefusedError COMMITMENT_OVERDUE, SUPPLEMENT_OUTSTANDING
 */
export async function settlePromises(
  unit: UnitOfWork,
  { commitments }: LockedApprovalCase,
  { isApproval }: { readonly isApproval: boolean },
): Promise<readonly string[]> {
  const { tx, now } = unit
  const pending = commitments.filter(({ state }) => state === 'PENDING')
  const promised = pending.filter(({ mode }) => mode === 'TOLERANT_ACCEPTANCE')
  const excused = await excusedMaterials(tx, promised, shanghaiDayOf(now))
  const lapsed: string[] = []
  for (const commitment of promised) {
    const { id, number } = commitment
    const assessed = assessSupplement(promisedSupplementOf(commitment), rulesOfCommitment(commitment), now)
    const isExcused = assessed.state !== 'FULFILLED' && assessed.outstanding.every(({ seq }) => excused.get(id)?.has(seq))
    if (isExcused) lapsed.push(id)
    else if (assessed.state === 'MISSED') throw new RefusedError({ code: 'COMMITMENT_OVERDUE', commitment: number })
    else if (isApproval) throw new RefusedError({ code: 'SUPPLEMENT_OUTSTANDING', commitment: number })
  }
  // An approval leaves a handling commitment open: that one promises the truth.
  const fallen = isApproval ? lapsed : pending.map(({ id }) => id)
  if (fallen.length > 0) {
    const data = { state: 'WITHDRAWN' as const, nextDueOn: null, isPublished: false, closedAt: now, version: { increment: 1 } }
    await tx.commitment.updateMany({ where: { id: { in: fallen } }, data })
    await dropTasksOf(unit, fallen)
  }
  return fallen
}
