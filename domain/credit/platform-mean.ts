import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'

/** The platform's mean review 平台平均分, 0–100, in force from that day until the next one is. */
export interface PublishedMean {
  readonly publishedOn: CalendarDay
  readonly meanReview: number
}

/** What is published for that day; null before the first. */
export function publishedMeanOn(means: readonly PublishedMean[], day: CalendarDay): PublishedMean | null {
  const inForce = means.filter(({ publishedOn }) => publishedOn <= day)
  return inForce.reduce<PublishedMean | null>((latest, mean) => (latest && latest.publishedOn > mean.publishedOn ? latest : mean), null)
}

/** The mean in force on that day; null before the first was published. */
export function meanOn(means: readonly PublishedMean[], day: CalendarDay): number | null {
  return publishedMeanOn(means, day)?.meanReview ?? null
}

/**
 * The day from which a mean has to be published today; null where its month has one. One a month (ours), always for tomorrow: no score of a
 * day ever knew two means. So each month's is published on the last day of the month before, a late one for the day after it is made.
 */
export function meanDueFrom(published: readonly CalendarDay[], today: CalendarDay): CalendarDay | null {
  const tomorrow = addDays(today, 1)
  return published.some((day) => monthOf(day) === monthOf(tomorrow)) ? null : tomorrow
}

const monthOf = (day: CalendarDay): string => day.slice(0, 7)
