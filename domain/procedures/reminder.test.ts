import { describe, expect, test } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { reminderOn } from './reminder.ts'

describe('reminders of a deadline, in working days ahead', () => {
  // Monday 2026-03-16 is due. 14 and 15 March are a weekend.
  test.each([
    ['2026-03-10', null],
    ['2026-03-11', 3],
    ['2026-03-12', 3],
    ['2026-03-13', 1],
    ['2026-03-14', 1],
    ['2026-03-15', 1],
    ['2026-03-16', 0],
    ['2026-03-17', null],
  ])('on %s: %s', (today, expected) => {
    expect(reminderOn('2026-03-16', today, [3, 1, 0], calendarOf2026)).toEqual({ ok: true, value: expected })
  })

  test('a deadline on a day off is reminded of on the last working day before it', () => {
    expect(reminderOn('2026-03-15', '2026-03-13', [3, 1, 0], calendarOf2026)).toEqual({ ok: true, value: 1 })
    expect(reminderOn('2026-03-15', '2026-03-14', [0], calendarOf2026)).toEqual({ ok: true, value: null })
    expect(reminderOn('2026-03-15', '2026-03-15', [0], calendarOf2026)).toEqual({ ok: true, value: 0 })
  })

  test('a deadline in a year without calendar fails loudly', () => {
    expect(reminderOn('2027-01-05', '2026-12-30', [3], calendarOf2026)).toEqual({
      ok: false,
      refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 },
    })
  })
})
