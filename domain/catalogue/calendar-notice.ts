import { weekdayOf } from '../kernel/calendar-day.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'

/** One line of a State Council holiday notice 国务院办公厅节假日安排通知. */
export interface NoticeLine {
  readonly date: CalendarDay
  readonly kind: 'HOLIDAY' | 'MAKEUP_WORKDAY'
  readonly nameZh: string
  readonly sourceNotice: string
}

/** No year has fewer holidays; a shorter list is a part of a notice, and half a calendar would give wrong days that nobody notices. */
export const fewestHolidays = 11

/** Only a weekend day is worked in exchange (调休上班). */
export const isPossible = ({ date, kind }: Pick<NoticeLine, 'date' | 'kind'>): boolean => kind === 'HOLIDAY' || weekdayOf(date) > 5
