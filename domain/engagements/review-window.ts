import type { ReviewRater } from '#domain/credit/credit-fact.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { addWorkingDays, countWorkingDays } from '#domain/kernel/working-days.ts'
import type { ReviewRuleSet } from './review-rule-set.ts'

/** When the result came: uploaded, and accepted by the owner or by the owner's silence; null while it has not. */
export interface ResultDates {
  readonly deliveredAt: Date
  readonly acceptedAt: Date | null
}

/** The day from which the rater's window counts; that day itself is excluded. */
export function windowFrom(rater: ReviewRater, { deliveredAt, acceptedAt }: ResultDates, rules: ReviewRuleSet): CalendarDay {
  const isLater = rater !== 'OWNER' && rules.parameters.isWindowFromAcceptance.value && acceptedAt !== null && acceptedAt > deliveredAt
  return shanghaiDayOf(isLater ? acceptedAt : deliveredAt)
}

/** Last day of the rater's window. */
export function reviewLastOn(
  rater: ReviewRater,
  dates: ResultDates,
  rules: ReviewRuleSet,
  calendar: WorkingCalendar,
): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(windowFrom(rater, dates, rules), rules.parameters.windowWorkingDays.value, calendar)
}

/** Last day on which a review of that instant may be amended. */
export function amendmentLastOn(recordedAt: Date, rules: ReviewRuleSet, calendar: WorkingCalendar): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(shanghaiDayOf(recordedAt), rules.parameters.amendmentWorkingDays.value, calendar)
}

/**
 * Whether so many working days after that day are over. Counted up to today, so that an open window never waits for the calendar of a year
 * that is still to come.
 */
export function isWindowOver(
  from: CalendarDay,
  workingDays: number,
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): Result<boolean, CalendarNotLoaded> {
  const today = shanghaiDayOf(now)
  const used = countWorkingDays(from, today, calendar)
  if (!used.ok || used.value !== workingDays) return used.ok ? ok(used.value > workingDays) : used
  // The last one is today, or is over and days off have followed it.
  const lastOn = addWorkingDays(from, workingDays, calendar)
  return lastOn.ok ? ok(today > lastOn.value) : lastOn
}
