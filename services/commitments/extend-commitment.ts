import { z } from 'zod'
import { extendSupplementDay } from '#domain/commitments/due-date.ts'
import { assessSupplement } from '#domain/commitments/miss.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { commitmentStepInput, lockCommitment, reasonText } from './lock-commitment.ts'
import type { LockedCommitment } from './lock-commitment.ts'
import { nextDueOnOf } from './next-due.ts'
import { promisedSupplementOf, rulesOfCommitment } from './promised-supplement.ts'

export const extendCommitmentInput = commitmentStepInput.extend({ dueOn: z.string(), reason: reasonText })

/**
 * 延期: gives what is outstanding a later day, once, before the first of those days and within the item's limit (R1, our default T.6). The
 * agency grants it at the applicant's word. Answers with the commitment's id.
 * @throws RefusedError NOT_A_SUPPLEMENT, COMMITMENT_CLOSED, EXTENSION_USED, EXTENSION_TOO_LATE, EXTENSION_NOT_LATER, DUE_DAY_…,
 *   CALENDAR_NOT_LOADED
 */
export async function extendCommitment(context: UseCaseContext, input: z.input<typeof extendCommitmentInput>): Promise<string> {
  const parsed = parseInput(extendCommitmentInput, input)
  const command = { operation: 'extendCommitment', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCommitment(unit, 'commitment.extend', parsed)
    const { id } = locked
    const { fromOn, toOn } = await decide(unit, locked, parsed.dueOn)
    await moveDays(unit, locked, toOn, parsed.reason)
    const { isExtensionAllowedOnce } = rulesOfCommitment(locked).parameters
    await unit.audit({
      action: 'commitments.extend',
      entity: 'Commitment',
      entityId: id,
      before: { dueOn: fromOn },
      after: { dueOn: toOn, reason: parsed.reason },
      basis: citeBasis(isExtensionAllowedOnce.basis),
    })
    const facts = { fromOn, toOn, reason: parsed.reason }
    await recordStep(unit, { procedure: 'COMMITMENT', entityId: id, kind: 'COMMITMENT_EXTENDED', audience: 'PARTIES', facts })
    await unit.outbox('commitments.extended', 'Commitment', id)
    return id
  })
}

async function decide({ tx, now }: UnitOfWork, locked: LockedCommitment, wantedOn: string) {
  const { mode, state, extendedFromOn, case: of } = locked
  if (mode !== 'TOLERANT_ACCEPTANCE') throw new RefusedError({ code: 'NOT_A_SUPPLEMENT' })
  if (state !== 'PENDING') throw new RefusedError({ code: 'COMMITMENT_CLOSED', state })
  const rules = rulesOfCommitment(locked)
  const assessed = assessSupplement(promisedSupplementOf(locked), rules, now)
  if (assessed.state === 'FULFILLED') throw new RefusedError({ code: 'COMMITMENT_CLOSED', state: 'FULFILLED' })
  const fromOn = assessed.dueOn
  const promise = {
    acceptedOn: shanghaiDayOf(of.acceptedAt ?? locked.signedAt),
    promisedWorkingDays: of.approvalItem.promisedWorkingDays,
    dueOn: fromOn,
    hasBeenExtended: extendedFromOn !== null,
  }
  const calendar = await loadCalendar(tx)
  const toOn = unwrap<CalendarDay, { readonly code: string }>(extendSupplementDay(wantedOn, promise, shanghaiDayOf(now), rules, calendar))
  return { fromOn, toOn }
}

/** Every day before the new one becomes the new one, but of what has been received; the letter's last day follows where it was earlier. */
async function moveDays({ tx, now, viewer }: UnitOfWork, locked: LockedCommitment, toOn: CalendarDay, reason: string): Promise<void> {
  const { id, items, supplementDueOn } = locked
  const to = toDbDay(toOn)
  const isLast = fromDbDay(supplementDueOn) <= toOn
  const earlier = items.filter(({ dueOn, deliveredAt, rejectedAt }) => {
    const isReceived = deliveredAt !== null && !(rejectedAt && rejectedAt >= deliveredAt)
    return dueOn !== null && dueOn < to && !isReceived
  })
  const where = { commitmentId: id, materialSeq: { in: earlier.map(({ materialSeq }) => materialSeq) } }
  await tx.commitmentItem.updateMany({ where, data: { dueOn: isLast ? null : to } })
  const extended = { ...locked, supplementDueOn: isLast ? to : supplementDueOn }
  const moved = await tx.commitmentItem.findMany({ where: { commitmentId: id } })
  await tx.commitment.update({
    where: { id },
    data: {
      supplementDueOn: extended.supplementDueOn,
      nextDueOn: nextDueOnOf(extended, moved, now),
      extendedFromOn: supplementDueOn,
      extensionReasons: reason,
      extendedAt: now,
      extendedById: viewer.userId,
      version: { increment: 1 },
    },
  })
}
