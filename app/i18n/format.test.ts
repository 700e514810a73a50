import { expect, test } from 'vitest'
import { formatDay, formatInstant, groupCode } from './format.ts'

test('a day carries its weekday in both languages', () => {
  expect(formatDay('2026-11-21', 'zh-CN')).toBe('2026-11-21（周六）')
  expect(formatDay('2026-11-21', 'en')).toBe('2026-11-21 (Sat)')
})

test('an instant is shown in Shanghai, whatever the machine thinks', () => {
  expect(formatInstant(new Date('2026-11-21T01:14:06Z'))).toBe('2026-11-21 09:14:06')
  expect(formatInstant('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00:00')
})

test('a code falls into groups of four', () => {
  expect(groupCode('91410100MA4DEM017X')).toEqual(['9141', '0100', 'MA4D', 'EM01', '7X'])
  expect(groupCode('')).toEqual([])
})
