import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { raiseAlert } from './raise-alert.ts'
import type { NewAlert } from './raise-alert.ts'

/** A time limit of a row that is nearly used up, or exceeded. */
export interface LimitWarning extends Pick<NewAlert, 'kind' | 'level' | 'sourceType' | 'organisationId' | 'subjectId'> {
  /** Of the row. */
  readonly id: string
  /** Of the row, as people know it. */
  readonly number: string
  readonly dueOn: CalendarDay
}

/** Warns of a time limit (rulebook R7) in a transaction of its own. Answers whether it was news: each level of a due day is told once. */
export async function warnOfLimit(context: UseCaseContext, { id, number, dueOn, ...alert }: LimitWarning): Promise<boolean> {
  const { kind, sourceType, level } = alert
  const sourceId = `${id}:${dueOn}:${level}`
  const known = { kind_sourceType_sourceId: { kind, sourceType, sourceId } }
  if (await context.prisma.alert.findUnique({ where: known, select: { id: true } })) return false
  await runInTransaction(context, (unit) => raiseAlert(unit, { ...alert, sourceId, facts: { number, dueOn } }))
  return true
}
