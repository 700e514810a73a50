import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { reminderDays } from '#domain/commitments/reminder-days.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'

/** Reminders of one transaction. */
const BATCH = 1000

export interface Reminded {
  readonly reminded: number
  /** Years without a calendar: days ahead that lie in them are not reminded of, the others are. */
  readonly unloadedYears: readonly number[]
}

/**
 * Tells applicants that something promised falls due, each day ahead once (R1, our default T.10): the row of the reminder is the lock, so
 * neither a second worker nor a clock set back tells twice, and a day that was moved is told of anew.
 */
export async function remindDueCommitments(context: UseCaseContext): Promise<Reminded> {
  demand(context, 'breach.record')
  const { days, unloadedYears } = await runInTransaction(context, async ({ tx, now }) => {
    const today = shanghaiDayOf(now)
    const { reminderDaysAhead } = unwrap(toleranceRuleSetOn(today)).parameters
    return reminderDays(today, reminderDaysAhead.value, await loadCalendar(tx))
  })
  let reminded = 0
  for (const { dueOn, daysAhead } of days) {
    for (let count = BATCH; count === BATCH;) {
      count = await runInTransaction(context, (unit) => remindOf(unit, toDbDay(dueOn), daysAhead))
      reminded += count
    }
  }
  return { reminded, unloadedYears }
}

async function remindOf(unit: UnitOfWork, dueOn: Date, daysAhead: number): Promise<number> {
  const rows = await unit.tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "DeadlineReminder" ("id", "sourceType", "sourceId", "dueOn", "daysAhead", "remindedAt")
    SELECT gen_random_uuid(), 'Commitment', c."id", c."nextDueOn", ${daysAhead}::int, ${unit.now}
    FROM "Commitment" c
    WHERE c."nextDueOn" = ${dueOn}::date AND c."state" = 'PENDING' AND NOT EXISTS (
      SELECT 1 FROM "DeadlineReminder" r
      WHERE r."sourceType" = 'Commitment' AND r."sourceId" = c."id" AND r."dueOn" = c."nextDueOn" AND r."daysAhead" = ${daysAhead}::int)
    ORDER BY c."id" LIMIT ${BATCH}
    ON CONFLICT DO NOTHING RETURNING "id"`
  const ids = rows.map(({ id }) => id)
  await unit.outboxAll('commitments.dueSoon', 'DeadlineReminder', ids)
  return rows.length
}
