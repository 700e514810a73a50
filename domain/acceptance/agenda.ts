import { addDays, weekdayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** What waits at an agency, by the day on which it is due. */
export const agendaBuckets = ['OVERDUE', 'TODAY', 'TOMORROW', 'THIS_WEEK', 'LATER'] as const
export type AgendaBucket = (typeof agendaBuckets)[number]

/** What can be due at an agency. */
export const agendaKinds = [
  'CORRECTION_NOTICE',
  'CASE_DECISION',
  'SUPPLEMENT',
  'VERIFICATION',
  'UNTRUE_DECISION',
  'PUBLICITY_OBJECTION',
] as const
export type AgendaKind = (typeof agendaKinds)[number]

/** First and last day of a bucket; null: open on that side. */
export interface DayRange {
  readonly fromOn: CalendarDay | null
  readonly untilOn: CalendarDay | null
}

/** The days of a bucket. A week ends on Sunday: on Saturday and Sunday nothing is left of this one but today and tomorrow. */
export function bucketRange(bucket: AgendaBucket, today: CalendarDay): DayRange {
  const tomorrow = addDays(today, 1)
  const sunday = addDays(today, 7 - weekdayOf(today))
  const lastOfWeek = sunday > tomorrow ? sunday : tomorrow
  switch (bucket) {
    case 'OVERDUE':
      return { fromOn: null, untilOn: addDays(today, -1) }
    case 'TODAY':
      return { fromOn: today, untilOn: today }
    case 'TOMORROW':
      return { fromOn: tomorrow, untilOn: tomorrow }
    case 'THIS_WEEK':
      return { fromOn: addDays(tomorrow, 1), untilOn: lastOfWeek }
    case 'LATER':
      return { fromOn: addDays(lastOfWeek, 1), untilOn: null }
  }
}

const isIn = (day: CalendarDay, { fromOn, untilOn }: DayRange): boolean =>
  (fromOn === null || fromOn <= day) && (untilOn === null || day <= untilOn)

/** The one bucket a due day falls into. */
export function bucketOf(dueOn: CalendarDay, today: CalendarDay): AgendaBucket {
  return agendaBuckets.find((bucket) => isIn(dueOn, bucketRange(bucket, today))) ?? 'LATER'
}
