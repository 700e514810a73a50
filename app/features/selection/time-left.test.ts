import { expect, test } from 'vitest'
import { timeLeft } from './time-left.ts'

const day = 86_400_000

test.each([
  [0, { days: 0, hours: 0, minutes: 0, seconds: 1 }, 1],
  [0, { days: 2, hours: 3, minutes: 4, seconds: 5 }, 2 * day + 3 * 3_600_000 + 4 * 60_000 + 5_000],
  [0, { days: 0, hours: 0, minutes: 1, seconds: 0 }, 59_001],
  [day, null, day],
  [day + 1, null, day],
])('from %d there is %j left until %d', (from, left, until) => {
  expect(timeLeft(from, until)).toEqual(left)
})
