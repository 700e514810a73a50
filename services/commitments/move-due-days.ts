import type { DueJudgement } from '#domain/commitments/judge-due.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordSteps } from '../procedures/record-step.ts'
import { nextDueOnOf, writeNextDueDays } from './next-due.ts'

const BASIS = '民法典 第二百零三条（类推）：期限的最后一日是法定休假日的，以休假日结束的次日为最后一日。'

export interface MovedPromise extends Omit<Extract<DueJudgement, { kind: 'MOVED' }>, 'kind'> {
  readonly commitmentId: string
}

/**
 * Lets materials run on to the next working day, because a later holiday notice took their due day (our reading, evidence D). The
 * commitments' rows are the caller's.
 */
export async function moveDueDays(unit: UnitOfWork, moved: readonly MovedPromise[]): Promise<void> {
  if (moved.length === 0) return
  const { tx, now } = unit
  // Whichever day it was that counted moves: a second one set on a rejection, or the promised one.
  await tx.$executeRaw`
    UPDATE "CommitmentItem" AS i
    SET "secondDueOn" = CASE WHEN i."secondDueOn" = m."fromOn" THEN m."toOn" ELSE i."secondDueOn" END,
      "dueOn" = CASE WHEN i."secondDueOn" = m."fromOn" THEN i."dueOn" ELSE m."toOn" END
    FROM jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) AS m("commitmentId" uuid, "materials" jsonb, "fromOn" date, "toOn" date)
    WHERE i."commitmentId" = m."commitmentId" AND m."materials" @> to_jsonb(i."materialSeq")`
  const commitments = await tx.commitment.findMany({
    where: { id: { in: moved.map(({ commitmentId }) => commitmentId) } },
    select: { id: true, mode: true, state: true, supplementDueOn: true, ruleSetVersion: true, items: true },
  })
  const days = commitments.map((commitment) => ({ id: commitment.id, nextDueOn: nextDueOnOf(commitment, commitment.items, now) }))
  await writeNextDueDays(tx, days, { isStep: true })
  await unit.auditAll(
    moved.map(({ commitmentId: entityId, fromOn, toOn, materials }) => {
      const after = { fromOn, toOn, materials }
      return { action: 'commitments.moveDueDay', entity: 'Commitment', entityId, after, basis: BASIS }
    }),
  )
  await recordSteps(
    unit,
    moved.map(({ commitmentId: entityId, fromOn, toOn }) => {
      return { procedure: 'COMMITMENT', entityId, kind: 'DUE_DAY_MOVED', audience: 'PARTIES', facts: { fromOn, toOn } }
    }),
  )
}
