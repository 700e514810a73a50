import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { timeLimitOn } from './time-limit.ts'
import type { PausedDays, TimeLimit } from './time-limit.ts'

// Monday 2026-03-02; the next holiday is 清明, Saturday 2026-04-04 to Monday 2026-04-06.
const limit = (changes: Partial<TimeLimit> = {}): TimeLimit => ({ acceptedOn: '2026-03-02', workingDays: 5, pauses: [], ...changes })
const on = (day: string, changes: Partial<TimeLimit> = {}) => timeLimitOn(limit(changes), day, calendarOf2026)
const pause = (fromOn: string, untilOn: string): PausedDays => ({ fromOn, untilOn })

describe('行政许可法 42, 45, 82: the time limit in working days', () => {
  test.each<[string, Partial<TimeLimit>, string]>([
    ['the day of acceptance doesn’t count', {}, '2026-03-09'],
    ['no days: the day of acceptance', { workingDays: 0 }, '2026-03-02'],
    ['a holiday doesn’t count', { acceptedOn: '2026-03-31' }, '2026-04-08'],
    ['two working days paused move it by two', { pauses: [pause('2026-03-04', '2026-03-05')] }, '2026-03-11'],
    ['a paused weekend moves nothing', { pauses: [pause('2026-03-07', '2026-03-08')] }, '2026-03-09'],
    [
      'a day within two pauses is left out once',
      { pauses: [pause('2026-03-04', '2026-03-05'), pause('2026-03-05', '2026-03-06')] },
      '2026-03-12',
    ],
    ['a pause on the last day', { pauses: [pause('2026-03-09', '2026-03-09')] }, '2026-03-10'],
    ['a pause after the last day comes too late', { pauses: [pause('2026-03-10', '2026-03-20')] }, '2026-03-09'],
    ['a pause on the day of acceptance itself moves nothing', { pauses: [pause('2026-03-02', '2026-03-02')] }, '2026-03-09'],
  ])('%s', (_, changes, dueOn) => expect(on('2026-03-02', changes)).toMatchObject({ ok: true, value: { dueOn } }))

  test.each([
    ['2026-03-02', 0, 5, false],
    ['2026-03-03', 1, 4, false],
    ['2026-03-04', 1, 4, true],
    ['2026-03-05', 1, 4, true],
    ['2026-03-06', 2, 3, false],
    ['2026-03-08', 2, 3, false],
    ['2026-03-11', 5, 0, false],
    ['2026-03-20', 5, 0, false],
  ])('at the end of %s: %i used, %i left, paused %s', (day, usedWorkingDays, remainingWorkingDays, isPaused) =>
    expect(on(day, { pauses: [pause('2026-03-04', '2026-03-05')] })).toEqual({
      ok: true,
      value: { usedWorkingDays, remainingWorkingDays, isPaused, dueOn: '2026-03-11' },
    }),
  )

  it('a calendar that isn’t loaded stops it', () =>
    expect(on('2026-12-30', { acceptedOn: '2026-12-30' })).toEqual({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } }))

  const days = fc.nat(60).map((count) => addDays('2026-02-20', count))
  const pauses = fc.array(
    fc.tuple(days, fc.nat(12)).map(([fromOn, length]) => pause(fromOn, addDays(fromOn, length))),
    { maxLength: 4 },
  )

  it('property: without pauses it is the n-th working day; with pauses never earlier, and by no more than they hold', () =>
    fc.assert(
      fc.property(pauses, fc.nat(25), (paused, workingDays) => {
        const plain = addWorkingDays('2026-03-02', workingDays, calendarOf2026)
        const free = on('2026-03-02', { workingDays })
        const held = on('2026-03-02', { workingDays, pauses: paused })
        if (!plain.ok || !free.ok || !held.ok) throw new Error('calendar')
        expect(free.value.dueOn).toBe(plain.value)
        expect(held.value.dueOn >= free.value.dueOn).toBe(true)
        const pausedDays = paused.reduce((sum, one) => sum + (Date.parse(one.untilOn) - Date.parse(one.fromOn)) / 86_400_000 + 1, 0)
        const latest = addWorkingDays('2026-03-02', workingDays + pausedDays, calendarOf2026)
        expect(latest.ok && held.value.dueOn <= latest.value).toBe(true)
      }),
    ))
})
