import type { CalendarDay } from './calendar-day.ts'
import type { WorkingCalendar } from './working-days.ts'

/** One line of a holiday notice: a day off, or a weekend day worked in exchange 调休上班. */
export interface NoticeDay {
  readonly on: CalendarDay
  readonly kind: 'HOLIDAY' | 'MAKEUP_WORKDAY'
}

/** The calendar that the loaded notices make; every notice names days of its own year, so their years are the loaded ones. */
export function workingCalendarOf(days: readonly NoticeDay[]): WorkingCalendar {
  const daysOf = (kind: NoticeDay['kind']) => new Set(days.filter((day) => day.kind === kind).map((day) => day.on))
  return {
    years: new Set(days.map((day) => Number(day.on.slice(0, 4)))),
    holidays: daysOf('HOLIDAY'),
    makeupWorkdays: daysOf('MAKEUP_WORKDAY'),
  }
}
