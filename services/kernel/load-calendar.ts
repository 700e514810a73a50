import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'

/** The official calendar as loaded: a year counts as loaded when its notice left at least one row. */
export async function loadCalendar(tx: Tx): Promise<WorkingCalendar> {
  const rows = await tx.calendarDate.findMany({ select: { date: true, kind: true } })
  const daysOf = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => fromDbDay(row.date)))
  return {
    years: new Set(rows.map((row) => row.date.getUTCFullYear())),
    holidays: daysOf('HOLIDAY'),
    makeupWorkdays: daysOf('MAKEUP_WORKDAY'),
  }
}
