import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from './calendar-day.ts'
import { calendarOf2026 } from './notice-2026.fixture.ts'
import { workingCalendarOf } from './working-calendar.ts'
import type { NoticeDay } from './working-calendar.ts'
import { addWorkingDays, countWorkingDays, isWorkingDay } from './working-days.ts'

interface Vectors {
  readonly calendars: Record<string, { offRanges: [string, string][]; makeUpWorkingDays: string[] }>
  readonly cases: { id: string; start: string; n: number; expected: string | null; startIsWorkingDay?: boolean; note?: string }[]
  readonly between: { id: string; after: string; throughInclusive: string; expected: number }[]
  readonly yearCounts: Record<string, { total: number; byMonth: number[] }>
}

const vectors = JSON.parse(readFileSync(new URL('../../test/vectors/working-days.json', import.meta.url), 'utf8')) as Vectors

function daysThrough(first: string, last: string): string[] {
  const days = []
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day)
  return days
}

const calendar = workingCalendarOf(
  Object.values(vectors.calendars).flatMap((notice): NoticeDay[] => [
    ...notice.offRanges.flatMap(([first, last]) => daysThrough(first, last)).map((on): NoticeDay => ({ on, kind: 'HOLIDAY' })),
    ...notice.makeUpWorkingDays.map((on): NoticeDay => ({ on, kind: 'MAKEUP_WORKDAY' })),
  ]),
)

describe('R8, working-days vectors: the n-th working day after the start day', () => {
  test.each(vectors.cases)('$id $start + $n = $expected', ({ start, n, expected }) => {
    const result = addWorkingDays(start, n, calendar)
    if (expected === null) expect(result).toEqual({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } })
    else expect(result).toEqual({ ok: true, value: expected })
  })

  test.each(vectors.cases.filter((vector) => vector.startIsWorkingDay !== undefined && vector.expected !== null))(
    '$id $start is a working day: $startIsWorkingDay',
    ({ start, startIsWorkingDay }) => expect(isWorkingDay(start, calendar)).toEqual({ ok: true, value: startIsWorkingDay }),
  )
})

describe('R8, working-days vectors: counts', () => {
  test.each(vectors.between)('$id after $after through $throughInclusive: $expected', ({ after, throughInclusive, expected }) =>
    expect(countWorkingDays(after, throughInclusive, calendar)).toEqual({ ok: true, value: expected }),
  )

  test.each(Object.entries(vectors.yearCounts))('working days of %s, per month and in total', (year, { total, byMonth }) => {
    const isWorking = (day: string) => {
      const result = isWorkingDay(day, calendar)
      return result.ok && result.value
    }
    const working = daysThrough(`${year}-01-01`, `${year}-12-31`).filter(isWorking)
    expect(working).toHaveLength(total)
    expect(byMonth.map((_, month) => working.filter((day) => Number(day.slice(5, 7)) === month + 1).length)).toEqual(byMonth)
  })
})

describe('R8: outside the loaded calendar nothing is answered', () => {
  const notLoaded = (year: number) => ({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year } })
  it('a day of another year', () => expect(isWorkingDay('2027-06-01', calendar)).toEqual(notLoaded(2027)))
  it('a holiday rule never falls back to weekdays', () => expect(isWorkingDay('2023-10-02', calendar)).toEqual(notLoaded(2023)))
  it('no days from an unknown day', () => expect(addWorkingDays('2027-06-01', 0, calendar)).toEqual(notLoaded(2027)))
  it('counting into the next year', () => expect(countWorkingDays('2026-12-25', '2027-01-05', calendar)).toEqual(notLoaded(2027)))
  it('a gap between loaded years is seen', () => {
    const withGap = { ...calendar, years: new Set([2024, 2026]) }
    expect(addWorkingDays('2024-12-30', 5, withGap)).toEqual(notLoaded(2025))
  })
  it('the start day itself is excluded, so its year need not be loaded', () =>
    expect(addWorkingDays('2025-12-31', 1, calendarOf2026)).toEqual({ ok: true, value: '2026-01-04' }))
})

describe('working-day arithmetic', () => {
  const day = fc.integer({ min: 0, max: 600 }).map((count) => addDays('2024-01-01', count))
  const n = fc.integer({ min: 1, max: 120 })
  const valueOf = <T>(result: { ok: true; value: T } | { ok: false }): T => {
    if (!result.ok) throw new Error('refused')
    return result.value
  }

  it('counting undoes adding', () =>
    fc.assert(
      fc.property(day, n, (start, count) => {
        const end = valueOf(addWorkingDays(start, count, calendar))
        return valueOf(countWorkingDays(start, end, calendar)) === count && valueOf(isWorkingDay(end, calendar)) && end > start
      }),
    ))

  it('adding in two steps is adding at once', () =>
    fc.assert(
      fc.property(day, n, n, (start, a, b) => {
        const halfway = valueOf(addWorkingDays(start, a, calendar))
        return valueOf(addWorkingDays(halfway, b, calendar)) === valueOf(addWorkingDays(start, a + b, calendar))
      }),
    ))

  it('an empty or backward span holds no days', () => {
    expect(countWorkingDays('2026-03-02', '2026-03-02', calendar)).toEqual({ ok: true, value: 0 })
    expect(countWorkingDays('2026-03-09', '2026-03-02', calendar)).toEqual({ ok: true, value: 0 })
  })

  it('no days later is the start day itself', () =>
    expect(addWorkingDays('2026-10-01', 0, calendar)).toEqual({ ok: true, value: '2026-10-01' }))

  test.each([-1, 1.5, Number.NaN])('%d is no number of working days', (count) =>
    expect(() => addWorkingDays('2026-03-02', count, calendar)).toThrow(RangeError),
  )
})
