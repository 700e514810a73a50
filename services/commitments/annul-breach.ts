import { caseReopenings } from '#domain/acceptance/case-state.ts'
import { annulmentTransitions } from '#domain/commitments/commitment-state.ts'
import type { CommitmentState } from '#domain/commitments/commitment-state.ts'
import { latestSupplementDay } from '#domain/commitments/due-date.ts'
import { verificationDay } from '#domain/commitments/verification-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { recordStep } from '../procedures/record-step.ts'
import { nextDueOnOf } from './next-due.ts'
import { lockApplicants, settleTriggers } from './settle-triggers.ts'

const include = {
  commitment: { include: { items: true, case: { include: { approvalItem: true } }, breaches: { where: { annulledAt: null } } } },
} as const satisfies Prisma.CommitmentBreachInclude
type Breach = Prisma.CommitmentBreachGetPayload<{ include: typeof include }>

/**
 * Annuls a breach: from now on it is as if it had never been (R1). Commitment and case go back to where they stood; a promise that is
 * open again gets the item's promised limit anew, counted from today (ours), or the next sweep would find it missed once more.
 * @throws RefusedError CALENDAR_NOT_LOADED
 */
export async function annulBreach(given: UnitOfWork, breachId: string, reason: string): Promise<void> {
  const breach = await given.tx.commitmentBreach.findUniqueOrThrow({ where: { id: breachId }, include })
  const { commitment } = breach
  await given.tx.$queryRaw`SELECT 1 FROM "ApprovalCase" WHERE "id" = ${commitment.caseId}::uuid FOR NO KEY UPDATE`
  const unit = await lockApplicants(given, [breach.subjectId])
  const { tx, now } = unit
  const calendar = await loadCalendar(tx)
  await tx.commitmentBreach.update({ where: { id: breachId }, data: { annulledAt: now } })
  const restored = stateBefore(breach)
  if (annulmentTransitions[commitment.state].includes(restored)) await restoreCommitment(unit, breach, restored, calendar)
  // What ended the case for another reason stays; the breach left its reason there.
  const isOnlyBreach = commitment.breaches.every((other) => other.id === breachId)
  if (isOnlyBreach && commitment.case.closeReason === breach.reason) await reopenCase(unit, breach, calendar)
  await unit.audit({
    action: 'commitments.annulBreach',
    entity: 'CommitmentBreach',
    entityId: breachId,
    before: { commitmentState: commitment.state, caseState: commitment.case.state },
    after: { annulledAt: now, commitmentState: restored },
    basis: reason,
  })
  const { kind, commitmentId: entityId } = breach
  await recordStep(unit, { procedure: 'COMMITMENT', entityId, kind: 'BREACH_ANNULLED', audience: 'PARTIES', facts: { kind } })
  await settleTriggers(unit, breach.subjectId)
}

/** What the commitment is without the breach: as another breach of it has it, else kept or open. */
function stateBefore({ id, commitment }: Breach): CommitmentState {
  const other = commitment.breaches.find((one) => one.id !== id)
  if (other) return other.kind
  const isDelivered = commitment.items.every(
    ({ deliveredAt, rejectedAt }) => deliveredAt !== null && !(rejectedAt && rejectedAt >= deliveredAt),
  )
  return isDelivered ? 'FULFILLED' : 'PENDING'
}

/** An open promise gets one new day for all that is outstanding; the days of old are over. */
async function restoreCommitment({ tx, now }: UnitOfWork, { commitment }: Breach, to: CommitmentState, calendar: WorkingCalendar) {
  const { id, closedAt, mode, supplementDueOn } = commitment
  const isOpen = to === 'PENDING'
  const newDay = isOpen ? toDbDay(unwrap(newDayOf(commitment, shanghaiDayOf(now), calendar))) : supplementDueOn
  if (isOpen) await tx.commitmentItem.updateMany({ where: { commitmentId: id }, data: { dueOn: null, secondDueOn: null } })
  const items = await tx.commitmentItem.findMany({ where: { commitmentId: id } })
  const restored = { ...commitment, state: to, supplementDueOn: newDay }
  await tx.commitment.update({
    where: { id },
    data: {
      state: to,
      closedAt: isOpen ? null : closedAt,
      supplementDueOn: newDay,
      nextDueOn: nextDueOnOf(restored, items, now),
      isPublished: isOpen && mode === 'TOLERANT_HANDLING',
      version: { increment: 1 },
    },
  })
}

const newDayOf = ({ mode, case: { approvalItem } }: Breach['commitment'], acceptedOn: CalendarDay, calendar: WorkingCalendar) =>
  mode === 'TOLERANT_HANDLING'
    ? verificationDay(acceptedOn, calendar)
    : latestSupplementDay({ acceptedOn, promisedWorkingDays: approvalItem.promisedWorkingDays }, calendar)

/** Undoes what the breach did to its case; a running case gets its time limit anew. */
async function reopenCase({ tx, now }: UnitOfWork, { commitment }: Breach, calendar: WorkingCalendar): Promise<void> {
  const { approvalItem, id, state } = commitment.case
  const [to] = caseReopenings[state]
  if (!to) return
  const frame = { acceptedOn: shanghaiDayOf(now), promisedWorkingDays: approvalItem.promisedWorkingDays }
  const decisionDueOn = to === 'ACCEPTED' ? { decisionDueOn: toDbDay(unwrap(latestSupplementDay(frame, calendar))) } : {}
  const data = { state: to, closedAt: null, closeReason: null, ...decisionDueOn, version: { increment: 1 } }
  await tx.approvalCase.update({ where: { id }, data })
}
