import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { timeLimitLevel } from '#domain/supervision/time-limit.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { warnOfLimit } from './warn-of-limit.ts'

/** A form check that somebody has to do by a day. */
interface OpenCheck {
  readonly sourceType: 'EntryApplication' | 'RegisterChange'
  readonly id: string
  readonly number: string
  readonly subjectId: string | null
  readonly startedOn: CalendarDay
  readonly dueOn: CalendarDay
}

/**
 * Warns of form checks, of entries and of changes to the register, whose time limit is 90 % used, and again when it is exceeded (rulebook
 * R7): one yellow and one red alert for each time an application was submitted. Returns how many were raised now.
 */
export async function watchFormChecks(context: UseCaseContext): Promise<{ raised: number }> {
  demand(context, 'formCheck.watch')
  const calendar = await loadCalendar(context.prisma)
  let raised = 0
  for (const check of await openChecks(context.prisma)) {
    const level = unwrap(timeLimitLevel(check, context.clock.now(), calendar))
    if (level === null) continue
    const { sourceType, id, number, subjectId, dueOn } = check
    if (await warnOfLimit(context, { kind: 'FORM_CHECK_OVERDUE', level, sourceType, id, number, subjectId, dueOn })) raised += 1
  }
  return { raised }
}

async function openChecks(tx: Tx): Promise<readonly OpenCheck[]> {
  const entries = await tx.entryApplication.findMany({ where: { state: 'SUBMITTED' }, orderBy: { number: 'asc' } })
  const changes = await tx.registerChange.findMany({
    where: { state: 'SUBMITTED' },
    include: { intermediary: { select: { subjectId: true } } },
    orderBy: { number: 'asc' },
  })
  return [
    ...entries.flatMap(({ id, number, submittedAt, checkDueOn }): OpenCheck[] =>
      submittedAt && checkDueOn
        ? [
            {
              sourceType: 'EntryApplication',
              id,
              number,
              subjectId: null,
              startedOn: shanghaiDayOf(submittedAt),
              dueOn: fromDbDay(checkDueOn),
            },
          ]
        : [],
    ),
    ...changes.map(({ id, number, submittedAt, checkDueOn, intermediary: { subjectId } }) => ({
      ...{ sourceType: 'RegisterChange' as const, id, number, subjectId },
      ...{ startedOn: shanghaiDayOf(submittedAt), dueOn: fromDbDay(checkDueOn) },
    })),
  ]
}
