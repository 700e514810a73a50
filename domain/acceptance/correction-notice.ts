import type { ToleranceRuleSet } from '#domain/commitments/tolerance-rule-set.ts'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'

/** Where a filed, incomplete application stands. A deemed acceptance dates back to the day of filing. */
export type CorrectionNoticeState =
  | { readonly state: 'NOTICE_POSSIBLE'; readonly lastOn: CalendarDay }
  | { readonly state: 'NOTICE_GIVEN'; readonly lastOn: CalendarDay }
  | { readonly state: 'DEEMED_ACCEPTED'; readonly lastOn: CalendarDay; readonly acceptedOn: CalendarDay }

/** Last day on which the correction notice can go out: five working days after the filing day (行政许可法 art. 32(4), 82). */
export function correctionNoticeLastDay(
  filedOn: CalendarDay,
  rules: ToleranceRuleSet,
  calendar: WorkingCalendar,
): Result<CalendarDay, CalendarNotLoaded> {
  return addWorkingDays(filedOn, rules.parameters.correctionNoticeWorkingDays.value, calendar)
}

/**
 * Whether the one notice can still be given, was given in time, or the case counts as accepted since it was filed because the last
 * day ended without it (R1.2). A notice given later changes nothing.
 */
export function assessCorrectionNotice(
  filing: { readonly filedOn: CalendarDay; readonly noticedAt: Date | null },
  rules: ToleranceRuleSet,
  calendar: WorkingCalendar,
  now: Date,
): Result<CorrectionNoticeState, CalendarNotLoaded> {
  const last = correctionNoticeLastDay(filing.filedOn, rules, calendar)
  if (!last.ok) return last
  const lastOn = last.value
  const limit = endOfShanghaiDay(lastOn).getTime()
  const noticedAt = filing.noticedAt?.getTime() ?? Number.POSITIVE_INFINITY
  if (noticedAt <= now.getTime() && noticedAt < limit) return ok({ state: 'NOTICE_GIVEN', lastOn })
  if (now.getTime() < limit) return ok({ state: 'NOTICE_POSSIBLE', lastOn })
  return ok({ state: 'DEEMED_ACCEPTED', lastOn, acceptedOn: filing.filedOn })
}
