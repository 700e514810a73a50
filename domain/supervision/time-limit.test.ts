import { describe, expect, it, test } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { calendarLimitLevel, timeLimitLevel, usedShare } from './time-limit.ts'

/** By Shanghai's clock. */
const on = (day: string, time: string) => new Date(`${day}T${time}:00+08:00`)
const limit = { startedOn: '2026-11-20', dueOn: '2026-11-24' } // Friday; Monday and Tuesday are its two working days.

describe('R7: yellow at 90 %, red when exceeded', () => {
  test.each([
    ['the start day itself', on('2026-11-20', '16:00'), 0],
    ['the weekend uses nothing up', on('2026-11-22', '23:00'), 0],
    ['the first morning', on('2026-11-23', '08:00'), 0],
    ['the first noon', on('2026-11-23', '13:00'), 0.25],
    ['the first night', on('2026-11-23', '22:00'), 0.5],
    ['15:24 of the last day', on('2026-11-24', '15:24'), 0.9],
    ['the last evening', on('2026-11-24', '23:59'), 1],
    ['24:00 of the last day', on('2026-11-25', '00:00'), Infinity],
  ])('%s', (_, now, share) => {
    const used = usedShare(limit, now, calendarOf2026)
    expect(used.ok && used.value).toBeCloseTo(share, 10)
  })

  test.each([
    ['15:23 of the last day', on('2026-11-24', '15:23'), null],
    ['15:24 of the last day', on('2026-11-24', '15:24'), 'YELLOW'],
    ['the last instant of the last day', on('2026-11-24', '23:59'), 'YELLOW'],
    ['24:00 of the last day', on('2026-11-25', '00:00'), 'RED'],
    ['months later', on('2026-12-30', '12:00'), 'RED'],
  ])('%s: %s', (_, now, level) => expect(timeLimitLevel(limit, now, calendarOf2026)).toEqual({ ok: true, value: level }))

  test.each([
    ['26 of 30 days are used', on('2026-03-29', '23:59'), null],
    ['27 of 30 days are used', on('2026-03-30', '00:00'), 'YELLOW'],
    ['the last instant of the last day', on('2026-04-01', '23:59'), 'YELLOW'],
    ['24:00 of the last day', on('2026-04-02', '00:00'), 'RED'],
  ])('in calendar days, %s: %s', (_, now, level) =>
    expect(calendarLimitLevel({ startedOn: '2026-03-02', dueOn: '2026-04-01' }, now)).toBe(level),
  )

  it('National Day uses nothing up', () =>
    expect(usedShare({ startedOn: '2026-09-30', dueOn: '2026-10-09' }, on('2026-10-07', '12:00'), calendarOf2026)).toEqual({
      ok: true,
      value: 0,
    }))

  it('a year without calendar is said, not guessed', () =>
    expect(timeLimitLevel({ startedOn: '2026-12-31', dueOn: '2027-01-05' }, on('2026-12-31', '12:00'), calendarOf2026)).toEqual({
      ok: false,
      refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 },
    }))
})
