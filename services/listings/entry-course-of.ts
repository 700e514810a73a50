import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { entryCourseOn } from '#domain/listings/entry-course.ts'
import type { EntryCourseLine } from '#domain/listings/entry-course.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'

/** What has to be read with an entry to tell its course. */
export const entryCourseFacts = {
  case: {
    select: {
      noticeServedAt: true,
      defenceFiledAt: true,
      appeals: { select: { filedAt: true, decidedAt: true, state: true } },
    },
  },
  nomination: { select: { nominatedAt: true, publicFromOn: true, publicUntilOn: true } },
  yearlyReviews: { select: { dueOn: true, state: true, decidedAt: true } },
} as const satisfies Prisma.ListEntrySelect

type Row = Prisma.ListEntryGetPayload<{ include: typeof entryCourseFacts }>

const dayOf = (at: Date | null | undefined): CalendarDay | null => (at ? shanghaiDayOf(at) : null)

/** The course of a stored entry as the public reads it today. An appeal that was withdrawn or not admitted decided nothing. */
export function entryCourseOf({ case: source, nomination, yearlyReviews, ...row }: Row, today: CalendarDay): readonly EntryCourseLine[] {
  const { status, endedAt } = row
  return entryCourseOn(
    {
      noticeServedOn: dayOf(source?.noticeServedAt),
      defenceFiledOn: dayOf(source?.defenceFiledAt),
      nominatedOn: dayOf(nomination?.nominatedAt),
      publicity: publicityOf(nomination),
      decidedOn: fromDbDay(row.decidedOn),
      appeals: (source?.appeals ?? []).map(({ filedAt, decidedAt, state }) => ({
        filedOn: shanghaiDayOf(filedAt),
        decidedOn: dayOf(decidedAt),
        outcome: state === 'UPHELD' || state === 'VARIED' || state === 'ANNULLED' ? state : null,
      })),
      reviewsKeptOn: yearlyReviews.flatMap(({ state, decidedAt }) => (state === 'KEPT' && decidedAt ? [shanghaiDayOf(decidedAt)] : [])),
      reviewDueOn: fromDbDayOrNull(yearlyReviews.find(({ state }) => state === 'OPEN')?.dueOn ?? null),
      earliestRepairOn: fromDbDayOrNull(row.earliestRepairOn),
      untilOn: fromDbDayOrNull(row.untilOn),
      ended: status !== 'ACTIVE' && endedAt ? { as: status, on: shanghaiDayOf(endedAt) } : null,
    },
    today,
  )
}

function publicityOf(nomination: Row['nomination']) {
  if (!nomination?.publicFromOn || !nomination.publicUntilOn) return null
  return { fromOn: fromDbDay(nomination.publicFromOn), untilOn: fromDbDay(nomination.publicUntilOn) }
}
