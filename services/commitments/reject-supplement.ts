import { z } from 'zod'
import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { checkSupplementDay } from '#domain/commitments/due-date.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { missReason } from './breach-reason.ts'
import { commitmentStepInput, lockCommitment, reasonText } from './lock-commitment.ts'
import type { LockedCommitment } from './lock-commitment.ts'
import { nextDueOnOf } from './next-due.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'
import { recordBreaches } from './record-breaches.ts'
import { requireItems } from './require-items.ts'

export const rejectSupplementInput = commitmentStepInput.extend({
  materials: z.array(z.number().int()).min(1, 'MATERIALS_REQUIRED'),
  reason: reasonText,
  /** A further day for these materials; without it a rejected one counts as missing. */
  secondDueOn: z.string().nullish(),
})

/**
 * Rejects delivered materials on examination (R1). With a second due day the promise is open again until then; without one it is
 * open while the first day lasts and missed after it, at once if that day has ended. Answers with the commitment's id.
 * @throws RefusedError NOT_DELIVERED, COMMITMENT_CLOSED, DUE_DAY_…, CALENDAR_NOT_LOADED
 */
export async function rejectSupplement(context: UseCaseContext, input: z.input<typeof rejectSupplementInput>): Promise<string> {
  const parsed = parseInput(rejectSupplementInput, input)
  const command = { operation: 'rejectSupplement', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const locked = await lockCommitment(unit, 'supplement.receive', parsed)
    const { id, state } = locked
    if (state !== 'PENDING' && state !== 'FULFILLED') throw new RefusedError({ code: 'COMMITMENT_CLOSED', state })
    if (locked.case.state !== 'ACCEPTED') throw new RefusedError({ code: 'CASE_CLOSED', state: locked.case.state })
    const seqs = requireItems(locked.items, parsed.materials)
    const undelivered = locked.items.filter(({ materialSeq, deliveredAt }) => seqs.includes(materialSeq) && deliveredAt === null)
    if (undelivered.length > 0)
      throw new RefusedError({ code: 'NOT_DELIVERED', materials: undelivered.map(({ materialSeq }) => materialSeq) })
    const secondDueOn = parsed.secondDueOn ? await requireSecondDay(unit, locked, parsed.secondDueOn) : null
    const where = { commitmentId: id, materialSeq: { in: seqs } }
    await tx.commitmentItem.updateMany({ where, data: { rejectedAt: now, secondDueOn: secondDueOn && toDbDay(secondDueOn) } })
    await markDeliveriesRejected(unit, id, seqs, parsed.reason)
    const items = await tx.commitmentItem.findMany({ where: { commitmentId: id } })
    const after = assessSupplement(promisedSupplementOf({ ...locked, items }), rulesOfCommitment(locked), now)
    await unit.audit({
      action: 'commitments.rejectSupplement',
      entity: 'Commitment',
      entityId: id,
      before: { state },
      after: { materials: seqs, secondDueOn, becomes: after.state },
      basis: parsed.reason,
    })
    const names = items.filter(({ materialSeq }) => seqs.includes(materialSeq)).map(({ nameZh }) => nameZh)
    await recordStep(unit, {
      procedure: 'COMMITMENT',
      entityId: id,
      kind: secondDueOn ? 'SUPPLEMENT_REJECTED_UNTIL' : 'SUPPLEMENT_REJECTED',
      audience: 'PARTIES',
      facts: { materials: names.join('、'), secondDueOn, reason: parsed.reason },
    })
    if (after.state === 'MISSED') {
      const reason = `${missReason(items, after)}${parsed.reason}`
      await recordBreaches(unit, [{ commitment: locked, kind: 'MISSED', breachedOn: after.dueOn, reason }])
    } else if (after.state === 'OPEN') {
      if (state !== 'PENDING' && !commitmentTransitions[state].includes('PENDING')) throw new Error('a rejected promise cannot reopen')
      const nextDueOn = nextDueOnOf({ ...locked, state: 'PENDING' }, items, now)
      await tx.commitment.update({ where: { id }, data: { state: 'PENDING', closedAt: null, nextDueOn, version: { increment: 1 } } })
    }
    await unit.outbox('commitments.supplementRejected', 'Commitment', id)
    return id
  })
}

/** What was looked at is the latest delivery of each material; what was rejected before keeps its own reasons. */
async function markDeliveriesRejected({ tx, now }: UnitOfWork, commitmentId: string, seqs: readonly number[], rejectReasons: string) {
  const where = { commitmentId, materialSeq: { in: [...seqs] }, rejectedAt: null }
  await tx.commitmentDelivery.updateMany({ where, data: { rejectedAt: now, rejectReasons } })
}

/** The second day: a working day after today, within the item's promised limit counted from the rejection (ours). */
async function requireSecondDay(
  { tx, now }: UnitOfWork,
  { case: { approvalItem } }: LockedCommitment,
  asked: string,
): Promise<CalendarDay> {
  const frame = { acceptedOn: shanghaiDayOf(now), promisedWorkingDays: approvalItem.promisedWorkingDays }
  return unwrap(checkSupplementDay(asked, frame, await loadCalendar(tx)))
}
