import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { moveTo } from '#domain/kernel/transition-table.ts'
import type { Commitment, CommitmentItem, Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { endAwaitedPause } from '../acceptance/end-awaited-pause.ts'
import { nextDueOnOf } from './next-due.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'
import { requireItems } from './require-items.ts'

/** How the materials arrived, and what arrived; at the window the paper itself may be all there is. */
export type SupplyWay =
  | { readonly channel: 'COUNTER' }
  | { readonly channel: 'UPLOAD'; readonly fileIds: readonly string[] }
  | { readonly channel: 'ENGAGEMENT'; readonly deliverableId: string | null }

/**
 * Takes in promised materials of a commitment whose row is held: at the window, by upload, or by a deliverable attached on the platform. The
 * instant of receipt counts (R1); with the last one the promise is kept.
 * @throws RefusedError COMMITMENT_OVERDUE once the due day has ended, COMMITMENT_CLOSED, NOT_A_SUPPLEMENT
 */
export async function receiveItems(
  unit: UnitOfWork,
  locked: Commitment & { readonly items: readonly CommitmentItem[] },
  materials: readonly number[],
  way: SupplyWay = { channel: 'COUNTER' },
): Promise<void> {
  const { tx, now, viewer } = unit
  const { id, state } = locked
  const seqs = requireReceivable(locked, materials, now)
  const rules = rulesOfCommitment(locked)
  // What came in time stays in time: a better copy of it sent after its day is kept, and makes nothing late.
  const before = assessSupplement(promisedSupplementOf(locked), rules, now)
  const awaited = before.state === 'FULFILLED' ? [] : before.outstanding.map(({ seq }) => seq)
  const where = { commitmentId: id, materialSeq: { in: seqs.filter((seq) => awaited.includes(seq)) } }
  await tx.commitmentItem.updateMany({ where, data: { deliveredAt: now, receivedById: viewer.userId } })
  await tx.commitmentDelivery.createMany({ data: seqs.flatMap((materialSeq) => deliveriesOf(unit, id, materialSeq, way)) })
  const items = await tx.commitmentItem.findMany({ where: { commitmentId: id } })
  const after = assessSupplement(promisedSupplementOf({ ...locked, items }), rules, now)
  const isFulfilled = after.state === 'FULFILLED'
  const to = isFulfilled ? unwrap(moveTo(commitmentTransitions, state, 'FULFILLED')) : state
  const nextDueOn = nextDueOnOf({ ...locked, state: to }, items, now)
  await tx.commitment.update({
    where: { id },
    data: { state: to, nextDueOn, closedAt: isFulfilled ? now : null, version: { increment: 1 } },
  })
  await unit.audit({
    action: 'commitments.receiveSupplement',
    entity: 'Commitment',
    entityId: id,
    before: { state },
    after: { state: to, materials: seqs, receivedAt: now, channel: way.channel },
  })
  if (isFulfilled) await endAwaitedPause(unit, locked.caseId)
  const names = items.filter(({ materialSeq }) => seqs.includes(materialSeq)).map(({ nameZh }) => nameZh)
  await recordStep(unit, {
    procedure: 'COMMITMENT',
    entityId: id,
    kind: `SUPPLIED_BY_${way.channel}`,
    audience: 'PARTIES',
    facts: { materials: names.join('、') },
  })
  await unit.outbox(isFulfilled ? 'commitments.fulfilled' : 'commitments.supplementReceived', 'Commitment', id)
}

/**
 * Whether these materials can be taken in now. A step that has more to do asks before it does it.
 * @throws RefusedError COMMITMENT_OVERDUE, COMMITMENT_CLOSED, NOT_A_SUPPLEMENT · ValidationError MATERIAL_UNKNOWN
 */
export function requireReceivable(
  locked: Commitment & { readonly items: readonly CommitmentItem[] },
  materials: readonly number[],
  now: Date,
): number[] {
  const { number, mode, state } = locked
  if (mode !== 'TOLERANT_ACCEPTANCE') throw new RefusedError({ code: 'NOT_A_SUPPLEMENT' })
  if (state !== 'PENDING') throw new RefusedError({ code: 'COMMITMENT_CLOSED', state })
  // The sweep may be a minute behind the end of the day; a delivery in that minute is late all the same.
  const before = assessSupplement(promisedSupplementOf(locked), rulesOfCommitment(locked), now)
  if (before.state === 'MISSED') throw new RefusedError({ code: 'COMMITMENT_OVERDUE', commitment: number, dueOn: before.dueOn })
  return requireItems(locked.items, materials)
}

/** One row a material, or one a file where several make it up. */
function deliveriesOf(
  { now, viewer }: UnitOfWork,
  commitmentId: string,
  materialSeq: number,
  way: SupplyWay,
): Prisma.CommitmentDeliveryCreateManyInput[] {
  const row = { commitmentId, materialSeq, channel: way.channel, deliveredAt: now, deliveredById: viewer.userId }
  if (way.channel === 'UPLOAD') return way.fileIds.map((fileId) => ({ ...row, fileId }))
  return [way.channel === 'ENGAGEMENT' ? { ...row, deliverableId: way.deliverableId } : row]
}
