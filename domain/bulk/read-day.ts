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

/** As documents were dated until 2012 (GB/T 9704-1999) and older certificates still are: 二〇一一年十二月三十一日. */
const inCharacters = /^([〇○零一二三四五六七八九]{4})年([元正一二三四五六七八九十]{1,3})月([初一二三四五六七八九十廿卅]{1,3})[日号]?$/
const digits = '〇一二三四五六七八九'
/** The numbers of months and days by their words. */
const counts = new Map(
  Array.from({ length: 31 }, (_, index) => index + 1).map((count): [string, number] => {
    const ones = count % 10 === 0 ? '' : digits.charAt(count % 10)
    return [`${['', '十', '二十', '三十'][Math.floor(count / 10)] ?? ''}${ones}`, count]
  }),
)

/** A time behind the day, as spreadsheets add it; only midnight says nothing more than the day. */
const midnight = /[T ]0{1,2}:00(:00(\.0+)?)?Z?$/

/** The last day of Excel's calendar, 9999-12-31. */
const lastSerial = 2_958_465

/**
 * A day as offices write it: 2026-11-21, 2026/11/21, 2026.11.21, 2026年11月21日, 20261121, in full width too, 二〇二六年十一月二十一日, or the
 * number under which a spreadsheet keeps it.
 */
export function readDay(text: string): Result<CalendarDay, DayRefusal> {
  const folded = inDigits(text.normalize('NFKC').replace(midnight, '').replace(/\s/g, ''))
  for (const pattern of written) {
    const [, year = '', month = '', date = ''] = pattern.exec(folded) ?? []
    const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
    if (year !== '' && isCalendarDay(day)) return ok(day)
  }
  const serial = /^\d{1,6}(?:\.0*)?$/.test(folded) ? dayOfSerial(Number(folded), false) : null
  return serial === null ? refuse({ code: 'CELL_NOT_A_DAY' }) : ok(serial)
}

function inDigits(text: string): string {
  const [, year = '', month = '', date = ''] = inCharacters.exec(text) ?? []
  if (year === '') return text
  const digitOf = (character: string) => Math.max(0, digits.indexOf(character))
  return `${Array.from(year, digitOf).join('')}年${countOf(month)}月${countOf(date)}日`
}

/** 十二 → 12, 廿一 → 21, 初五 → 5, 正 → 1; 0 for what isn't written like that. */
const countOf = (text: string): number =>
  counts.get(
    text
      .replace(/^[元正]$/, '一')
      .replace(/^初/, '')
      .replace('廿', '二十')
      .replace('卅', '三十'),
  ) ?? 0

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
