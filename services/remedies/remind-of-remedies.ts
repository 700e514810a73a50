import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { countWorkingDays } from '#domain/kernel/working-days.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { remind } from '../procedures/remind.ts'
import type { Reminder } from '../procedures/remind.ts'
import { openAnswers } from './open-answers.ts'
import type { OpenAnswer } from './open-answers.ts'

/** Working days ahead of an answer at which whoever owes it is reminded; ours. */
const AHEAD = 1

/**
 * Reminds of what falls due in remedies, each deadline once: reviewers, deciders and examiners a working day ahead of their answer and on its
 * day; a party on the first day on which it can apply for the repair of its entry.
 * @returns how many reminders were sent
 */
export async function remindOfRemedies(context: UseCaseContext): Promise<number> {
  demand(context, 'remedy.remind')
  const today = shanghaiDayOf(context.clock.now())
  const due = [...(await answersDue(context, today)), ...(await repairsPossible(context, today))]
  let sent = 0
  for (const reminder of due) if (await runInTransaction(context, (unit) => remind(unit, reminder))) sent += 1
  return sent
}

const reminderOf = {
  Appeal: { topic: 'remedies.appealDue' },
  CreditRepair: { topic: 'remedies.repairDue' },
  DataObjection: { topic: 'remedies.dataObjectionDue' },
} as const satisfies Record<OpenAnswer['entity'], Pick<Reminder, 'topic'>>

async function answersDue({ prisma }: UseCaseContext, today: CalendarDay): Promise<readonly Reminder[]> {
  const calendar = await loadCalendar(prisma)
  return (await openAnswers(prisma, today)).flatMap(({ entity, id, dueOn }) => {
    // Overdue on the day itself and ever after, until it is answered; a calendar that isn't loaded is said by the filing itself.
    const left = dueOn <= today ? { ok: true as const, value: 0 } : countWorkingDays(today, dueOn, calendar)
    if (!left.ok || left.value > AHEAD) return []
    return [{ sourceType: entity, sourceId: id, dueOn, daysAhead: left.value, entity, ...reminderOf[entity] }]
  })
}

async function repairsPossible({ prisma }: UseCaseContext, today: CalendarDay): Promise<readonly Reminder[]> {
  const day = toDbDay(today)
  const entries = await prisma.listEntry.findMany({
    where: {
      status: 'ACTIVE',
      list: { not: 'RED_LIST' },
      // A day or two that no worker ran are made up for; what became possible long ago, or on the day of the decision, is not news.
      earliestRepairOn: { lte: day, gte: toDbDay(addDays(today, -7)) },
      OR: [{ untilOn: null }, { untilOn: { gte: day } }],
      repairs: { none: { state: { in: ['FILED', 'GRANTED'] } } },
    },
    select: { id: true, earliestRepairOn: true, decidedOn: true },
  })
  return entries.flatMap(({ id, earliestRepairOn, decidedOn }) => {
    if (!earliestRepairOn || earliestRepairOn <= decidedOn) return []
    const dueOn = fromDbDay(earliestRepairOn)
    return [{ sourceType: 'ListEntry', sourceId: id, dueOn, daysAhead: 0, topic: 'remedies.repairPossible', entity: 'ListEntry' }]
  })
}
