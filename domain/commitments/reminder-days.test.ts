import { expect, test, describe, it } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { reminderDays } from './reminder-days.ts'

const daysOf = (today: string) => reminderDays(today, [5, 3, 1, 0], calendarOf2026)

describe('reminders 5, 3 and 1 working days ahead and on the day', () => {
  test.each([
    ['2026-03-02', ['2026-03-09', '2026-03-05', '2026-03-03', '2026-03-02']],
    // Over a weekend, the National Day holiday and a make-up Saturday.
    ['2026-09-30', ['2026-10-13', '2026-10-10', '2026-10-08', '2026-09-30']],
    // On a Saturday the next working day is Monday, told already on Friday: the row of the reminder tells it once.
    ['2026-03-07', ['2026-03-13', '2026-03-11', '2026-03-09', '2026-03-07']],
  ])('on %s: what is due on %j', (today, due) =>
    expect(daysOf(today)).toEqual({ days: due.map((dueOn, index) => ({ dueOn, daysAhead: [5, 3, 1, 0][index] })), unloadedYears: [] }),
  )

  it('R8: at the end of the last year loaded only the days beyond it are left out', () =>
    expect(daysOf('2026-12-29')).toEqual({
      days: [
        { dueOn: '2026-12-30', daysAhead: 1 },
        { dueOn: '2026-12-29', daysAhead: 0 },
      ],
      unloadedYears: [2027],
    }))
})
