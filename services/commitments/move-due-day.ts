import type { DueJudgement } from '#domain/commitments/judge-due.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Commitment, CommitmentItem } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordStep } from '../procedures/record-step.ts'
import { nextDueOnOf } from './next-due.ts'

const BASIS = '民法典 第二百零三条（类推）：期限的最后一日是法定休假日的，以休假日结束的次日为最后一日。'

/**
 * Lets materials run on to the next working day, because a later holiday notice took their due day (our reading, evidence D). The
 * commitment's row is the caller's.
 */
export async function moveDueDay(
  unit: UnitOfWork,
  commitment: Omit<Commitment, 'letter'> & { readonly items: readonly CommitmentItem[] },
  { materials, fromOn, toOn }: Extract<DueJudgement, { kind: 'MOVED' }>,
): Promise<void> {
  const { tx, now } = unit
  const { id } = commitment
  const [from, to] = [toDbDay(fromOn), toDbDay(toOn)]
  const where = { commitmentId: id, materialSeq: { in: [...materials] } }
  // Whichever day it was that counted: a second one set on a rejection, or the promised one.
  await tx.commitmentItem.updateMany({ where: { ...where, secondDueOn: from }, data: { secondDueOn: to } })
  await tx.commitmentItem.updateMany({
    where: { ...where, OR: [{ secondDueOn: null }, { secondDueOn: { not: to } }] },
    data: { dueOn: to },
  })
  const items = await tx.commitmentItem.findMany({ where: { commitmentId: id } })
  await tx.commitment.update({ where: { id }, data: { nextDueOn: nextDueOnOf(commitment, items, now), version: { increment: 1 } } })
  const facts = { fromOn, toOn, materials }
  await unit.audit({ action: 'commitments.moveDueDay', entity: 'Commitment', entityId: id, after: facts, basis: BASIS })
  await recordStep(unit, { procedure: 'COMMITMENT', entityId: id, kind: 'DUE_DAY_MOVED', audience: 'PARTIES', facts: { fromOn, toOn } })
}
