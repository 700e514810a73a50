import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { meanDueFrom, meanOn } from './platform-mean.ts'

describe('R6 the platform mean', () => {
  const means = [
    { publishedOn: '2026-06-01', meanReview: 70 },
    { publishedOn: '2026-03-01', meanReview: 80 },
  ]

  it.each([
    ['2026-02-28', null],
    ['2026-03-01', 80],
    ['2026-05-31', 80],
    ['2026-06-01', 70],
  ])('the mean in force on %s is %s', (day, expected) => expect(meanOn(means, day)).toBe(expected))

  it.each([
    ['the first of all, on any day', [], '2026-03-10', '2026-03-11'],
    ['on the last day of a month, for the next', ['2026-03-11'], '2026-03-31', '2026-04-01'],
    ['not earlier', ['2026-03-11'], '2026-03-30', null],
    ['not twice', ['2026-04-01'], '2026-03-31', null],
    ['not within its month', ['2026-04-01'], '2026-04-15', null],
    ['late, for the day after', ['2026-03-01'], '2026-04-05', '2026-04-06'],
    ['at the end of the year', ['2026-12-01'], '2026-12-31', '2027-01-01'],
    ['a year later, in the month of the same name', ['2025-04-01'], '2026-04-02', '2026-04-03'],
  ])('is due %s', (_, published, today, expected) => expect(meanDueFrom(published, today)).toBe(expected))

  it('whenever the worker runs, a month gets one mean at most, and for a day to come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 })), (offsets) => {
        const published: string[] = []
        for (const offset of offsets.toSorted((a, b) => a - b)) {
          const today = addDays('2026-01-01', offset)
          const due = meanDueFrom(published, today)
          if (due !== null) published.push(due)
          expect(due === null || due > today).toBe(true)
        }
        expect(new Set(published.map((day) => day.slice(0, 7))).size).toBe(published.length)
      }),
    )
  })
})
