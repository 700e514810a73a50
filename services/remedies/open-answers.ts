import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { finalAppealStates } from '#domain/remedies/appeal.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'

/** No run of days off is longer: nothing due later is near its end by working days. */
const HORIZON_DAYS = 15

/** An answer that somebody owes to a party. */
export interface OpenAnswer {
  readonly entity: 'Appeal' | 'CreditRepair' | 'DataObjection'
  readonly id: string
  readonly number: string
  readonly filedOn: CalendarDay
  readonly dueOn: CalendarDay
}

/** Answers to appeals, repairs and objections to data that fall due within the next days, or fell due before. */
export async function openAnswers(tx: Tx, today: CalendarDay): Promise<readonly OpenAnswer[]> {
  const answerDueOn = { lte: toDbDay(addDays(today, HORIZON_DAYS)) }
  const asked = { select: { id: true, number: true, filedAt: true, answerDueOn: true } } as const
  const appeals = await tx.appeal.findMany({ where: { state: { notIn: [...finalAppealStates] }, answerDueOn }, ...asked })
  const repairs = await tx.creditRepair.findMany({ where: { state: 'FILED', answerDueOn }, ...asked })
  const objections = await tx.dataObjection.findMany({ where: { state: 'FILED', answerDueOn }, ...asked })
  const kinds = [
    { rows: appeals, entity: 'Appeal' },
    { rows: repairs, entity: 'CreditRepair' },
    { rows: objections, entity: 'DataObjection' },
  ] as const
  return kinds.flatMap(({ rows, entity }) =>
    rows.map(({ id, number, filedAt, answerDueOn: due }) => ({
      ...{ entity, id, number },
      filedOn: shanghaiDayOf(filedAt),
      dueOn: fromDbDay(due),
    })),
  )
}
