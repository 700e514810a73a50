import { addDays, isCalendarDay } from '../kernel/calendar-day.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { Result } from '../kernel/result.ts'

export type DayRefusal = { readonly code: 'CELL_NOT_A_DAY' }

const written = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
]

/** A time behind the day, as spreadsheets add it; only midnight says nothing more than the day. */
const midnight = /[T ]0{1,2}:00(:00(\.0+)?)?Z?$/

/** The last day of Excel's calendar, 9999-12-31. */
const lastSerial = 2_958_465

/**
 * A day as offices write it: 2026-11-21, 2026/11/21, 2026.11.21, 2026年11月21日, 20261121, in full width too, or the number under which a
 * spreadsheet keeps it.
 */
export function readDay(text: string): Result<CalendarDay, DayRefusal> {
  const folded = text.normalize('NFKC').replace(midnight, '').replace(/\s/g, '')
  for (const pattern of written) {
    const [, year = '', month = '', date = ''] = pattern.exec(folded) ?? []
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    if (year !== '' && isCalendarDay(day)) return ok(day)
  }
  const serial = /^\d{1,6}(?:\.0*)?$/.test(folded) ? dayOfSerial(Number(folded), false) : null
  return serial === null ? refuse({ code: 'CELL_NOT_A_DAY' }) : ok(serial)
}

/**
 * The day under a spreadsheet's number; null for none. Excel's calendar from 1900 holds a 29 February 1900 that never was (day 60), so days
 * before it are one nearer to the start than those after. Workbooks from old Macintoshes count from 1904-01-01 as day 0.
 */
export function dayOfSerial(serial: number, isFrom1904: boolean): CalendarDay | null {
  const whole = Math.floor(serial)
  if (isFrom1904) return whole < 0 || whole > lastSerial - 1462 ? null : addDays('1904-01-01', whole)
  if (whole < 1 || whole > lastSerial || whole === 60) return null
  return addDays(whole < 60 ? '1899-12-31' : '1899-12-30', whole)
}
