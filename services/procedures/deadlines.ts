import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { RemindedAhead } from '#domain/procedures/reminder.ts'
import { fromDbDay, toDbDay } from '#prisma/db-day.ts'
import type { Tx } from '#prisma/client.ts'

/** Deadlines of one kind: which rows wait for a day, and who is told how far ahead. */
export interface DeadlineSource {
  /** Of the reminder: the table and the deadline in it. */
  readonly sourceType: string
  readonly entity: string
  readonly topic: string
  readonly ahead: RemindedAhead
  /** Told once when the day has passed and the step is still open; left out where the procedure goes on by itself. */
  readonly overdue?: { readonly topic: string }
  /** Open deadlines between two days, the earliest first. */
  find(tx: Tx, from: CalendarDay, until: CalendarDay): Promise<readonly { readonly id: string; readonly dueOn: CalendarDay }[]>
}

const MOST = 2000
const between = (from: CalendarDay, until: CalendarDay) => ({ gte: toDbDay(from), lte: toDbDay(until) })

/** The deadlines of a violation case that somebody must not miss. Other procedures keep their own beside their own steps. */
export const caseDeadlines: readonly DeadlineSource[] = [
  {
    ...{ sourceType: 'ViolationCase.defence', entity: 'ViolationCase', topic: 'listings.defenceDue', ahead: [3, 1, 0] },
    find: async (tx, from, until) => {
      const where = { state: 'NOTICED', isDefenceWaived: false, defenceDueOn: between(from, until) } as const
      const rows = await tx.violationCase.findMany({
        where,
        select: { id: true, defenceDueOn: true },
        orderBy: { defenceDueOn: 'asc' },
        take: MOST,
      })
      return rows.flatMap(({ id, defenceDueOn }) => (defenceDueOn ? [{ id, dueOn: fromDbDay(defenceDueOn) }] : []))
    },
  },
  {
    ...{ sourceType: 'ViolationCase.investigation', entity: 'ViolationCase', topic: 'listings.investigationDue', ahead: [5, 1, 0] },
    overdue: { topic: 'listings.investigationOverdue' },
    find: async (tx, from, until) => {
      const where = { state: 'INVESTIGATING', investigationDueOn: between(from, until) } as const
      const select = { id: true, investigationDueOn: true }
      const rows = await tx.violationCase.findMany({ where, select, orderBy: { investigationDueOn: 'asc' }, take: MOST })
      return rows.flatMap(({ id, investigationDueOn }) => (investigationDueOn ? [{ id, dueOn: fromDbDay(investigationDueOn) }] : []))
    },
  },
  {
    ...{ sourceType: 'ViolationCase.appeal', entity: 'ViolationCase', topic: 'listings.appealDue', ahead: [3, 1] },
    find: async (tx, from, until) => {
      const where = { appealDueOn: between(from, until), appeals: { none: {} } }
      const rows = await tx.violationCase.findMany({
        where,
        select: { id: true, appealDueOn: true },
        orderBy: { appealDueOn: 'asc' },
        take: MOST,
      })
      return rows.flatMap(({ id, appealDueOn }) => (appealDueOn ? [{ id, dueOn: fromDbDay(appealDueOn) }] : []))
    },
  },
  {
    ...{ sourceType: 'Hearing', entity: 'Hearing', topic: 'listings.hearingAhead', ahead: [3, 1, 0] },
    find: async (tx, from, until) => {
      const rows = await tx.hearing.findMany({
        // A legal day begins eight hours before its midnight in UTC; the days themselves are compared below.
        where: { state: 'SCHEDULED', scheduledFor: { gte: new Date(toDbDay(from).getTime() - 86_400_000), lte: toDbDay(until) } },
        select: { id: true, scheduledFor: true },
        orderBy: { scheduledFor: 'asc' },
        take: MOST,
      })
      const dated = rows.flatMap(({ id, scheduledFor }) => (scheduledFor ? [{ id, dueOn: shanghaiDayOf(scheduledFor) }] : []))
      return dated.filter(({ dueOn }) => dueOn >= from)
    },
  },
]
