import { z } from 'zod'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { readCalendarNotice } from './read-calendar-notice.ts'

export const loadCalendarNoticeInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  /** The file's text. */
  csv: z.string().min(1).max(100_000),
})

/**
 * Loads the State Council's notice of one year, whole: it takes the place of that year's days, so a corrected notice can follow
 * (rulebook R8). Due days that were set before stay as they were told. Answers with the year.
 * @throws ValidationError with every faulty line
 */
export async function loadCalendarNotice(context: UseCaseContext, input: z.input<typeof loadCalendarNoticeInput>): Promise<string> {
  const parsed = parseInput(loadCalendarNoticeInput, input)
  const command = { operation: 'loadCalendarNotice', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'calendar.load')
    const days = readCalendarNotice(parsed.csv)
    const year = days[0]?.date.slice(0, 4) ?? ''
    const { tx } = unit
    const replaced = await tx.calendarDate.deleteMany({ where: { date: { gte: toDbDay(`${year}-01-01`), lte: toDbDay(`${year}-12-31`) } } })
    await tx.calendarDate.createMany({ data: days.map((day) => ({ ...day, date: toDbDay(day.date) })) })
    await unit.audit({
      action: 'catalogue.loadCalendarNotice',
      entity: 'CalendarDate',
      entityId: year,
      before: { days: replaced.count },
      after: { days: days.length },
      basis: days[0]?.sourceNotice,
    })
    return year
  })
}
