import { answerReminderOn, finalComplaintStates } from '#domain/complaints/complaint.ts'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { calendarLimitLevel } from '#domain/supervision/time-limit.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { remind } from '../procedures/remind.ts'
import { warnOfLimit } from '../supervision/warn-of-limit.ts'
import { complaintRulesOn } from './complaint-rules.ts'

const dayInMs = 86_400_000

/** Calendar days that are looked ahead: a tenth of the longest time to answer, and more than the first reminder needs. */
const LOOK_AHEAD_DAYS = 7

/** What one round of the worker did. */
export interface ComplaintSweep {
  /** Complaints whose network was forgotten. */
  readonly forgotten: number
  readonly reminded: number
  /** Alerts of answers that are nearly or already late. */
  readonly warned: number
}

/**
 * Forgets the networks that were kept long enough, reminds the offices of answers that fall due, and warns supervision of those that are
 * nearly or already late (rulebook R7): each reminder and each warning once.
 */
export async function sweepComplaints(context: UseCaseContext): Promise<ComplaintSweep> {
  demand(context, 'complaint.sweep')
  const forgotten = await forgetNetworks(context)
  const due = await answersDue(context)
  return { forgotten, reminded: await remindOfAnswers(context, due), warned: await warnOfAnswers(context, due) }
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

function answersDue({ prisma, clock }: UseCaseContext) {
  const until = addDays(shanghaiDayOf(clock.now()), LOOK_AHEAD_DAYS)
  return prisma.complaint.findMany({
    where: { state: { notIn: [...finalComplaintStates] }, answerDueOn: { lte: toDbDay(until) } },
    select: { id: true, number: true, officeId: true, receivedAt: true, answerDueOn: true },
    orderBy: { answerDueOn: 'asc' },
  })
}
type AnswersDue = Awaited<ReturnType<typeof answersDue>>

async function remindOfAnswers(context: UseCaseContext, due: AnswersDue): Promise<number> {
  const { prisma, clock } = context
  const today = shanghaiDayOf(clock.now())
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

/** The office is warned of, never the party concerned: an alert about it would tell that somebody complained. */
async function warnOfAnswers(context: UseCaseContext, due: AnswersDue): Promise<number> {
  let warned = 0
  for (const { id, number, officeId, receivedAt, answerDueOn } of due) {
    const dueOn = fromDbDay(answerDueOn)
    const level = calendarLimitLevel({ startedOn: shanghaiDayOf(receivedAt), dueOn }, context.clock.now())
    if (level === null) continue
    const warning = { kind: 'ANSWER_OVERDUE', level, sourceType: 'Complaint', organisationId: officeId } as const
    if (await warnOfLimit(context, { ...warning, id, number, dueOn })) warned += 1
  }
  return warned
}
