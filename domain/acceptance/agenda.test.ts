import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { agendaBuckets, bucketOf, bucketRange } from './agenda.ts'

// 2026-11-20 is a Friday.
test.each([
  ['2026-11-18', '2026-11-17', 'OVERDUE'],
  ['2026-11-18', '2026-11-18', 'TODAY'],
  ['2026-11-18', '2026-11-19', 'TOMORROW'],
  ['2026-11-18', '2026-11-20', 'THIS_WEEK'],
  ['2026-11-18', '2026-11-22', 'THIS_WEEK'],
  ['2026-11-18', '2026-11-23', 'LATER'],
  // On Saturday, Sunday is tomorrow; on Sunday, Monday is.
  ['2026-11-21', '2026-11-22', 'TOMORROW'],
  ['2026-11-21', '2026-11-23', 'LATER'],
  ['2026-11-22', '2026-11-23', 'TOMORROW'],
  ['2026-11-22', '2026-11-24', 'LATER'],
])('on %s, what is due on %s: %s', (today, dueOn, bucket) => expect(bucketOf(dueOn, today)).toBe(bucket))

it('every day falls into exactly one bucket, whatever day it is', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays('2026-11-20', count))
  fc.assert(
    fc.property(day, day, (dueOn, today) => {
      const hit = agendaBuckets.filter((bucket) => {
        const { fromOn, untilOn } = bucketRange(bucket, today)
        return (fromOn === null || fromOn <= dueOn) && (untilOn === null || dueOn <= untilOn)
      })
      expect(hit).toEqual([bucketOf(dueOn, today)])
    }),
  )
})
