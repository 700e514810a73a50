import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'

/** A certificate as its reminders see it. `registeredOn` is the day on which the register came to show this last day. */
export interface ExpiringCertificate {
  readonly validUntilOn: CalendarDay
  readonly registeredOn: CalendarDay
  /** The reminders sent for this last day. */
  readonly sentDaysAhead: readonly number[]
}

/**
 * The reminder that is due today, as its number of days before the last day; null when none is. Days are calendar days: holidays don't
 * matter to a certificate. A reminder whose day was missed (the program stood still) is made up for until the next one's day; one whose day
 * had passed when the certificate was entered is left out, and so the firm gets the next one only.
 */
export function reminderDueOn(today: CalendarDay, certificate: ExpiringCertificate, reminderDays: readonly number[]): number | null {
  const { validUntilOn, registeredOn, sentDaysAhead } = certificate
  if (validUntilOn < today) return null
  const reached = reminderDays.filter((days) => addDays(validUntilOn, -days) <= today)
  if (reached.length === 0) return null
  const latest = Math.min(...reached)
  return registeredOn <= addDays(validUntilOn, -latest) && !sentDaysAhead.includes(latest) ? latest : null
}
