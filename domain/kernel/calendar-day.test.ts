import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  compareDays,
  endOfShanghaiDay,
  isCalendarDay,
  lastDayOfMonths,
  shanghaiDayOf,
  startOfShanghaiDay,
  weekdayOf,
} from './calendar-day.ts'

const anyDay = fc.integer({ min: 0, max: 90_000 }).map((count) => addDays('1900-01-01', count))

describe('R8: a calendar day exists or is refused', () => {
  test.each([
    ['2026-02-28', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2026-02-29', false],
    ['2026-02-30', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['20260101', false],
    ['2026-01-01T00:00:00Z', false],
    [' 2026-01-01', false],
    ['２０２６-01-01', false],
    ['', false],
  ])('%s → %s', (text, expected) => expect(isCalendarDay(text)).toBe(expected))
})

describe('day arithmetic', () => {
  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-01', 0, '2026-03-01'],
  ])('%s + %i days = %s', (day, count, expected) => expect(addDays(day, count)).toBe(expected))

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-04-10', 3, '2026-07-10'],
    ['2026-08-31', -18, '2025-02-28'],
  ])('%s + %i months = %s', (day, count, expected) => expect(addMonths(day, count)).toBe(expected))

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-04-10', 1, '2027-04-10'],
  ])('%s + %i years = %s', (day, count, expected) => expect(addYears(day, count)).toBe(expected))

  test.each([
    ['2026-03-11', 12, '2027-03-10'],
    ['2026-04-10', 3, '2026-07-09'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-03-01', 12, '2027-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months: the last day is %s', (first, months, last) => expect(lastDayOfMonths(first, months)).toBe(last))

  it('throws on what is not a day: that is a bug, not a refusal', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('2026-02-28', 0.5)).toThrow(RangeError)
    expect(() => addMonths('9999-12-01', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })

  it('there and back is the same day', () =>
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, n) => addDays(addDays(day, n), -n) === day)))

  it('a later day compares later, and the strings sort alike', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 5000 }), (day, n) => {
        const later = addDays(day, n)
        return compareDays(day, later) < 0 && compareDays(later, day) > 0 && compareDays(day, day) === 0 && day < later
      }),
    ))

  it('the weekday moves on by one a day', () =>
    fc.assert(fc.property(anyDay, (day) => weekdayOf(addDays(day, 1)) === (weekdayOf(day) % 7) + 1)))

  it('months keep the date or take the last day of the month', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (day, n) => {
        const moved = addMonths(day, n)
        return moved.slice(8) === day.slice(8) || (moved < addMonths(`${day.slice(0, 8)}01`, n + 1) && addDays(moved, 1).endsWith('-01'))
      }),
    ))
})

describe('R8: legal days are days in Asia/Shanghai', () => {
  test.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2026-12-31T16:00:00.000Z', '2027-01-01'],
  ])('%s falls on %s', (instant, expected) => expect(shanghaiDayOf(new Date(instant))).toBe(expected))

  it('a day runs from 00:00 to 24:00 Shanghai time', () => {
    expect(startOfShanghaiDay('2026-03-02').toISOString()).toBe('2026-03-01T16:00:00.000Z')
    expect(endOfShanghaiDay('2026-03-02').toISOString()).toBe('2026-03-02T16:00:00.000Z')
  })

  it('the end of a day is the start of the next, and belongs to the next', () =>
    fc.assert(
      fc.property(anyDay, (day) => {
        const end = endOfShanghaiDay(day)
        return (
          end.getTime() === startOfShanghaiDay(addDays(day, 1)).getTime() &&
          shanghaiDayOf(end) === addDays(day, 1) &&
          shanghaiDayOf(new Date(end.getTime() - 1)) === day &&
          shanghaiDayOf(startOfShanghaiDay(day)) === day
        )
      }),
    ))
})
