import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { Tx } from '#prisma/client.ts'

/** The official calendar as loaded: a year counts as loaded when its notice left at least one row. */
export async function loadCalendar(tx: Tx): Promise<WorkingCalendar> {
  // One row a kind, its days as text: every step that counts working days reads them all.
  const kinds = await tx.$queryRaw<{ kind: string; days: CalendarDay[] }[]>`
    SELECT "kind"::text AS "kind", json_agg("date"::text) AS "days" FROM "CalendarDate" GROUP BY "kind"`
  const daysOf = (kind: string) => kinds.find((one) => one.kind === kind)?.days ?? []
  return {
    years: new Set(kinds.flatMap(({ days }) => days.map((day) => Number(day.slice(0, 4))))),
    holidays: new Set(daysOf('HOLIDAY')),
    makeupWorkdays: new Set(daysOf('MAKEUP_WORKDAY')),
  }
}
