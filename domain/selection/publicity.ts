import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'
import { addWorkingDays, countWorkingDays } from '#domain/kernel/working-days.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import type { SelectionRuleSet } from './selection-rule-set.ts'

export interface SelectionContext {
  readonly now: Date
  readonly calendar: WorkingCalendar
  readonly ruleSet: SelectionRuleSet
}

/** Last day of a publicity that begins the day after now (rulebook R3: 3 working days). */
export const publicityUntil = ({ now, calendar, ruleSet }: SelectionContext): Result<CalendarDay, CalendarNotLoaded> =>
  addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.publicityWorkingDays.value, calendar)

/**
 * New last day of a publicity that objections paused: the working days that were left, the day of the first objection counted as run; one
 * at least (our own default), so that everyone has time to read the answer.
 */
export function resumedUntil(
  pausedAt: Date,
  untilOn: CalendarDay,
  { now, calendar }: Pick<SelectionContext, 'now' | 'calendar'>,
): Result<CalendarDay, CalendarNotLoaded> {
  const left = countWorkingDays(shanghaiDayOf(pausedAt), untilOn, calendar)
  return left.ok ? addWorkingDays(shanghaiDayOf(now), Math.max(1, left.value), calendar) : left
}

/** Whether the publicity is over: the award may be made from the day after its last day. */
export const isPublicityOver = (untilOn: CalendarDay | null, now: Date): boolean => untilOn !== null && untilOn < shanghaiDayOf(now)

/** Until when the supervising body answers an objection that is filed now. */
export function answerDue({ now, calendar, ruleSet }: SelectionContext): Result<CalendarDay, CalendarNotLoaded> {
  const due = addWorkingDays(shanghaiDayOf(now), ruleSet.parameters.objectionAnswerWorkingDays.value, calendar)
  return due.ok ? ok(due.value) : due
}
