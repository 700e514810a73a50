/**
 * A legal day in Asia/Shanghai as 'YYYY-MM-DD' (rulebook R8). Strings of this form sort as days do.
 * A malformed day inside the program is a bug and throws RangeError; input from outside is asked `isCalendarDay` first.
 */
export type CalendarDay = string

const dayInMs = 86_400_000

// China has kept one time zone without daylight saving since 1992; every instant this program meets is later.
const shanghaiOffsetInMs = 8 * 3_600_000

/** Whether the text is an existing day, so that '2026-02-30' is refused. */
export function isCalendarDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  return month >= 1 && month <= 12 && date >= 1 && date <= lengthOfMonth(year, month)
}

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function midnightUtc(day: CalendarDay): number {
  if (!isCalendarDay(day)) throw new RangeError(`not a calendar day: ${day}`)
  return Date.parse(`${day}T00:00:00Z`)
}

function dayOfUtc(milliseconds: number): CalendarDay {
  const day = new Date(milliseconds).toISOString().slice(0, 10)
  if (!isCalendarDay(day)) throw new RangeError('day outside the years 0000 to 9999')
  return day
}

function requireWhole(count: number): void {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole number: ${count}`)
}

/** The day `count` calendar days later, or earlier when negative. */
export function addDays(day: CalendarDay, count: number): CalendarDay {
  requireWhole(count)
  return dayOfUtc(midnightUtc(day) + count * dayInMs)
}

/** The same date `count` months later; where that month is too short, its last day. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  requireWhole(count)
  const start = new Date(midnightUtc(day))
  const monthIndex = start.getUTCFullYear() * 12 + start.getUTCMonth() + count
  const year = Math.floor(monthIndex / 12)
  const month = monthIndex - year * 12
  if (year < 0 || year > 9999) throw new RangeError('day outside the years 0000 to 9999')
  const firstOfMonth = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`
  const target = new Date(midnightUtc(firstOfMonth))
  target.setUTCMonth(month + 1, 0)
  const lastDate = target.getUTCDate()
  return `${firstOfMonth.slice(0, 8)}${String(Math.min(start.getUTCDate(), lastDate)).padStart(2, '0')}`
}

/** The same date `count` years later; 29 February becomes 28 February in a common year. */
export function addYears(day: CalendarDay, count: number): CalendarDay {
  return addMonths(day, count * 12)
}

/** The legal day on which an instant falls. */
export function shanghaiDayOf(instant: Date): CalendarDay {
  return dayOfUtc(instant.getTime() + shanghaiOffsetInMs)
}

/** 00:00 Asia/Shanghai of the day: the first instant that belongs to it. */
export function startOfShanghaiDay(day: CalendarDay): Date {
  return new Date(midnightUtc(day) - shanghaiOffsetInMs)
}

/** 24:00 Asia/Shanghai of the day: the first instant that no longer belongs to it. */
export function endOfShanghaiDay(day: CalendarDay): Date {
  return new Date(midnightUtc(day) + dayInMs - shanghaiOffsetInMs)
}

/** Negative when `a` is earlier, 0 on the same day, positive when later. */
export function compareDays(a: CalendarDay, b: CalendarDay): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Day of the week, 1 = Monday to 7 = Sunday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(midnightUtc(day)).getUTCDay() || 7
}

/**
 * Last day of a span of months whose first day counts: the day before the same date. Where that month is too short, its last
 * day (民法典 art. 202 by analogy): a year from 2028-02-29 ends on 2029-02-28.
 */
export function lastDayOfMonths(first: CalendarDay, months: number): CalendarDay {
  const sameDate = addMonths(first, months)
  return sameDate.slice(8) === first.slice(8) ? addDays(sameDate, -1) : sameDate
}
