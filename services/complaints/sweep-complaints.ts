import { answerReminderDays, answerReminderOn, finalComplaintStates } from '#domain/complaints/complaint.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { remind } from '../procedures/remind.ts'
import { complaintRulesOn } from './complaint-rules.ts'

const dayInMs = 86_400_000

/** What one round of the worker did. */
export interface ComplaintSweep {
  /** Complaints whose network was forgotten. */
  readonly forgotten: number
  readonly reminded: number
}

/** Forgets the networks that were kept long enough, and reminds the offices of answers that fall due: each reminder once. */
export async function sweepComplaints(context: UseCaseContext): Promise<ComplaintSweep> {
  demand(context, 'complaint.sweep')
  return { forgotten: await forgetNetworks(context), reminded: await remindOfAnswers(context) }
}

async function forgetNetworks({ prisma, clock }: UseCaseContext): Promise<number> {
  const now = clock.now()
  const before = new Date(now.getTime() - complaintRulesOn(now).parameters.networkKeptDays.value * dayInMs)
  const { count } = await prisma.complaint.updateMany({
    where: { networkHash: { not: null }, receivedAt: { lte: before } },
    data: { networkHash: null },
  })
  return count
}

async function remindOfAnswers(context: UseCaseContext): Promise<number> {
  const { prisma, clock } = context
  const today = shanghaiDayOf(clock.now())
  const [furthest] = answerReminderDays
  const due = await prisma.complaint.findMany({
    where: { state: { notIn: [...finalComplaintStates] }, answerDueOn: { lte: toDbDay(addDays(today, furthest)) } },
    select: { id: true, answerDueOn: true },
    orderBy: { answerDueOn: 'asc' },
  })
  const told = await prisma.deadlineReminder.findMany({ where: { sourceType: 'Complaint', sourceId: { in: due.map(({ id }) => id) } } })
  const known = new Set(told.map(({ sourceId, dueOn, daysAhead }) => `${sourceId} ${fromDbDay(dueOn)} ${daysAhead}`))
  let reminded = 0
  for (const { id, answerDueOn } of due) {
    const dueOn = fromDbDay(answerDueOn)
    const daysAhead = answerReminderOn(dueOn, today)
    if (daysAhead === null || known.has(`${id} ${dueOn} ${daysAhead}`)) continue
    const reminder = { sourceType: 'Complaint', sourceId: id, dueOn, daysAhead, topic: 'complaints.answerDue', entity: 'Complaint' }
    // The row it writes is the lock: of two sweeps at once one tells.
    if (await runInTransaction(context, (unit) => remind(unit, reminder))) reminded += 1
  }
  return reminded
}
