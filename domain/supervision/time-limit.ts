import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { shanghaiDayOf, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import type { Result } from '#domain/kernel/result.ts'
import { ok } from '#domain/kernel/result.ts'
import type { LegalBasis } from '#domain/kernel/rule-set.ts'
import type { CalendarNotLoaded, WorkingCalendar } from '#domain/kernel/working-days.ts'
import { countWorkingDays, isWorkingDay } from '#domain/kernel/working-days.ts'
import type { AlertLevel } from './alert.ts'

/** R7: yellow when 90 % of a time limit is used, red when it is exceeded. */
export const yellowShare = 0.9

export const timeLimitBasis: LegalBasis = {
  instrument: '榆林市电子监察预警规则（节录，参照）',
  clause: '时限预警',
  textZh: '办理时限用去90%的黄色预警，超过时限的红色预警',
  textEn: 'Yellow when 90 % of the time limit is used, red when it is exceeded',
  evidence: 'E',
}

/** Office hours by which a working day is used up, 9:00 to 17:00; ours, so that the yellow warning comes while somebody can still act. */
const officeHours = { from: 9, until: 17 } as const

/** A time limit in working days: the start day is not counted, the last day counts whole. */
export interface TimeLimit {
  readonly startedOn: CalendarDay
  readonly dueOn: CalendarDay
}

/** How much of the limit is used, 0 to 1, and more than 1 once it is exceeded. */
export function usedShare({ startedOn, dueOn }: TimeLimit, now: Date, calendar: WorkingCalendar): Result<number, CalendarNotLoaded> {
  const today = shanghaiDayOf(now)
  const whole = countWorkingDays(startedOn, dueOn, calendar)
  if (!whole.ok) return whole
  if (today > dueOn) return ok(Infinity)
  const passed = countWorkingDays(startedOn, today, calendar)
  if (!passed.ok) return passed
  const working = isWorkingDay(today, calendar)
  if (!working.ok) return working
  const isRunning = working.value && today > startedOn
  const hour = (now.getTime() - startOfShanghaiDay(today).getTime()) / 3_600_000
  const ofToday = Math.min(1, Math.max(0, (hour - officeHours.from) / (officeHours.until - officeHours.from)))
  return ok(whole.value === 0 ? 1 : (passed.value - (isRunning ? 1 - ofToday : 0)) / whole.value)
}

/** The alert that a running time limit calls for now; null: none yet. */
export function timeLimitLevel(limit: TimeLimit, now: Date, calendar: WorkingCalendar): Result<AlertLevel | null, CalendarNotLoaded> {
  const used = usedShare(limit, now, calendar)
  if (!used.ok) return used
  return ok(used.value > 1 ? 'RED' : used.value >= yellowShare ? 'YELLOW' : null)
}
