import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays, isWorkingDay } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { ToleranceRuleSet } from './tolerance-rule-set.ts'

/** What the promised day is counted from: the day the case was received and accepted, and the item's promised limit in working days. */
export interface DueDateFrame {
  readonly acceptedOn: CalendarDay
  readonly promisedWorkingDays: number
}

export type DueDateRefusal =
  | CalendarNotLoaded
  | { readonly code: 'DUE_DAY_MALFORMED' }
  | { readonly code: 'DUE_DAY_NOT_AFTER_RECEIPT'; readonly acceptedOn: CalendarDay }
  | { readonly code: 'DUE_DAY_NOT_A_WORKING_DAY'; readonly requestedOn: CalendarDay }
  | { readonly code: 'DUE_DAY_TOO_LATE'; readonly requestedOn: CalendarDay; readonly latestOn: CalendarDay }

export type ExtensionRefusal =
  | DueDateRefusal
  | { readonly code: 'EXTENSION_USED' }
  | { readonly code: 'EXTENSION_TOO_LATE'; readonly dueOn: CalendarDay }
  | { readonly code: 'EXTENSION_NOT_LATER'; readonly dueOn: CalendarDay }

/** The latest day a supplement 补正 can be promised for: the last day of the item's promised limit, receipt day excluded (R1). */
export function latestSupplementDay(frame: DueDateFrame, calendar: WorkingCalendar): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(frame.acceptedOn, frame.promisedWorkingDays, calendar)
}

/** Whether the requested day can be the due day: a working day after the receipt day, within the promised limit (R1). */
export function checkSupplementDay(
  requestedOn: CalendarDay,
  frame: DueDateFrame,
  calendar: WorkingCalendar,
): Result<CalendarDay, DueDateRefusal> {
  if (!isCalendarDay(requestedOn)) return refuse({ code: 'DUE_DAY_MALFORMED' })
  if (requestedOn <= frame.acceptedOn) return refuse({ code: 'DUE_DAY_NOT_AFTER_RECEIPT', acceptedOn: frame.acceptedOn })
  const latest = latestSupplementDay(frame, calendar)
  if (!latest.ok) return latest
  if (requestedOn > latest.value) return refuse({ code: 'DUE_DAY_TOO_LATE', requestedOn, latestOn: latest.value })
  const working = isWorkingDay(requestedOn, calendar)
  if (!working.ok) return working
  return working.value ? ok(requestedOn) : refuse({ code: 'DUE_DAY_NOT_A_WORKING_DAY', requestedOn })
}

/** A promised material with the day asked for; null: the letter's own. */
export interface WantedDay {
  readonly seq: number
  readonly dueOn: CalendarDay | null
}

export type MaterialDayRefusal = DueDateRefusal & { readonly material: number }

/**
 * The day of each material and the letter's last one: each material's own day lies within the limit like the letter's, and the letter's is
 * the latest of them. A material whose day is the last one has none of its own.
 */
export function checkMaterialDays(
  wanted: readonly WantedDay[],
  common: CalendarDay,
  frame: DueDateFrame,
  calendar: WorkingCalendar,
): Result<{ readonly lastDueOn: CalendarDay; readonly days: readonly WantedDay[] }, DueDateRefusal | MaterialDayRefusal> {
  const days: { seq: number; dueOn: CalendarDay }[] = []
  for (const { seq, dueOn } of wanted) {
    const checked = checkSupplementDay(dueOn ?? common, frame, calendar)
    if (!checked.ok) return dueOn === null ? checked : refuse({ ...checked.refusal, material: seq })
    days.push({ seq, dueOn: checked.value })
  }
  const lastDueOn = days
    .map((one) => one.dueOn)
    .sort()
    .at(-1)
  if (lastDueOn === undefined) throw new RangeError('a promise names at least one material')
  return ok({ lastDueOn, days: days.map(({ seq, dueOn }) => ({ seq, dueOn: dueOn === lastDueOn ? null : dueOn })) })
}

/**
 * A later due day: once, asked for before the due day, within the same limit (R1, our default T.6). `today` is the day of the
 * request.
 */
export function extendSupplementDay(
  requestedOn: CalendarDay,
  commitment: DueDateFrame & { readonly dueOn: CalendarDay; readonly hasBeenExtended: boolean },
  today: CalendarDay,
  rules: ToleranceRuleSet,
  calendar: WorkingCalendar,
): Result<CalendarDay, ExtensionRefusal> {
  const { dueOn, hasBeenExtended } = commitment
  if (hasBeenExtended || !rules.parameters.isExtensionAllowedOnce.value) return refuse({ code: 'EXTENSION_USED' })
  if (today >= dueOn) return refuse({ code: 'EXTENSION_TOO_LATE', dueOn })
  const checked = checkSupplementDay(requestedOn, commitment, calendar)
  if (!checked.ok) return checked
  return requestedOn > dueOn ? checked : refuse({ code: 'EXTENSION_NOT_LATER', dueOn })
}
