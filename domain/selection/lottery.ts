import { addDays, endOfShanghaiDay, shanghaiDayOf, weekdayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { ok, refuse } from '#domain/kernel/result.ts'
import type { Result } from '#domain/kernel/result.ts'

/** The public lottery of the ladder: 双色球 of 中国福利彩票, drawn before witnesses on Tuesdays, Thursdays and Sundays at 21:15. */
export const doubleColourBall = {
  key: 'SSQ',
  zh: '中国福利彩票双色球',
  en: 'China Welfare Lottery Double Colour Ball',
  /** 1 = Monday */
  weekdays: [2, 4, 7],
  red: { count: 6, highest: 33 },
  blue: { highest: 16 },
} as const

/** Six different red numbers, then the blue one. */
export interface LotteryNumbers {
  readonly red: readonly number[]
  readonly blue: number
}

export type LotteryRefusal =
  | { readonly code: 'LOTTERY_RED_INVALID'; readonly count: number; readonly highest: number }
  | { readonly code: 'LOTTERY_BLUE_INVALID'; readonly highest: number }

const isIn = (number: number, highest: number) => Number.isInteger(number) && number >= 1 && number <= highest

/** The numbers as they are stored and compared: red ascending, blue last. */
export function checkLotteryNumbers({ red, blue }: LotteryNumbers): Result<readonly number[], LotteryRefusal> {
  const { count, highest } = doubleColourBall.red
  if (red.length !== count || new Set(red).size !== count || red.some((number) => !isIn(number, highest)))
    return refuse({ code: 'LOTTERY_RED_INVALID', count, highest })
  if (!isIn(blue, doubleColourBall.blue.highest)) return refuse({ code: 'LOTTERY_BLUE_INVALID', highest: doubleColourBall.blue.highest })
  return ok([...red.toSorted((a, b) => a - b), blue])
}

/**
 * The drawing that counts: the first regular one on a day after that of the instant, so that nobody can know its numbers by then. No other
 * takes its place when it falls out (the lottery pauses over holidays): the rung then lapses.
 */
export function lotteryDayAfter(instant: Date): CalendarDay {
  const weekdays: readonly number[] = doubleColourBall.weekdays
  let day = addDays(shanghaiDayOf(instant), 1)
  while (!weekdays.includes(weekdayOf(day))) day = addDays(day, 1)
  return day
}

/** From when on numbers can be entered: the drawing is at 21:15, its day over at midnight. */
export const lotteryEntryFrom = (drawnOn: CalendarDay): Date => new Date(endOfShanghaiDay(drawnOn).getTime() - 2 * 3_600_000)

/** Whether two people read the same: the same issue, the same numbers. */
export const isSameEntry = (
  one: { readonly issue: string; readonly numbers: readonly number[] },
  other: { readonly issue: string; readonly numbers: readonly number[] },
): boolean =>
  one.issue === other.issue &&
  one.numbers.length === other.numbers.length &&
  one.numbers.every((number, index) => number === other.numbers[index])
