import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'

export interface Reminder {
  /** The table of what is due, and its row. */
  readonly sourceType: string
  readonly sourceId: string
  readonly dueOn: CalendarDay
  /** Working days ahead; 0 on the day itself. */
  readonly daysAhead: number
  /** The outbox topic that says who is told. */
  readonly topic: string
  /** The entity of that topic; its id is `sourceId`. */
  readonly entity: string
}

/**
 * Reminds of a deadline, each at most once whatever the number of sweeps: the row is the lock. A deadline that was moved is
 * reminded of again. False when it had been reminded of before.
 */
export async function remind(unit: UnitOfWork, reminder: Reminder): Promise<boolean> {
  const { sourceType, sourceId, dueOn, daysAhead, topic, entity } = reminder
  const { count } = await unit.tx.deadlineReminder.createMany({
    data: [{ sourceType, sourceId, dueOn: toDbDay(dueOn), daysAhead, remindedAt: unit.now }],
    skipDuplicates: true,
  })
  if (count === 0) return false
  await unit.outbox(topic, entity, sourceId)
  return true
}
