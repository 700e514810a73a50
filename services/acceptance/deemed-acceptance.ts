import type { CaseState } from '#domain/acceptance/case-state.ts'
import { assessCorrectionNotice } from '#domain/acceptance/correction-notice.ts'
import { toleranceRuleSetOn } from '#domain/commitments/tolerance-rule-set.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { unwrap } from '../kernel/unwrap.ts'

/** The filing day, once the last day for the correction notice went by without it: the case then counts as accepted since (R1.2). */
export function deemedAcceptedOn(
  filed: { readonly state: CaseState; readonly filedAt: Date },
  calendar: WorkingCalendar,
  now: Date,
): CalendarDay | null {
  if (filed.state !== 'FILED') return null
  const filedOn = shanghaiDayOf(filed.filedAt)
  const rules = unwrap(toleranceRuleSetOn(filedOn))
  const notice = unwrap(assessCorrectionNotice({ filedOn, noticedAt: null }, rules, calendar, now))
  return notice.state === 'DEEMED_ACCEPTED' ? notice.acceptedOn : null
}
