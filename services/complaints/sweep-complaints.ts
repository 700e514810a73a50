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
  const [furthest] = answerReminderDays
  const horizon = addDays(shanghaiDayOf(context.clock.now()), furthest)
  const due = await context.prisma.complaint.findMany({
    where: { state: { notIn: [...finalComplaintStates] }, answerDueOn: { lte: toDbDay(horizon) } },
    select: { id: true },
    orderBy: { answerDueOn: 'asc' },
  })
  let reminded = 0
  for (const { id } of due) if (await remindOfOne(context, id)) reminded += 1
  return reminded
}

const remindOfOne = (context: UseCaseContext, id: string): Promise<boolean> =>
  runInTransaction(context, async (unit) => {
    const row = await unit.tx.complaint.findUniqueOrThrow({ where: { id }, select: { answerDueOn: true } })
    const dueOn = fromDbDay(row.answerDueOn)
    const daysAhead = answerReminderOn(dueOn, shanghaiDayOf(unit.now))
    if (daysAhead === null) return false
    return remind(unit, { sourceType: 'Complaint', sourceId: id, dueOn, daysAhead, topic: 'complaints.answerDue', entity: 'Complaint' })
  })
