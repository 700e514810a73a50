import { expect, test } from 'vitest'
import { instantOf, localOf, localPattern } from './shanghai-time.ts'

test('what is typed is Beijing time, wherever the reader is', () => {
  expect(instantOf('2026-11-26T18:00')).toBe('2026-11-26T10:00:00.000Z')
  expect(instantOf('2026-01-01T07:59')).toBe('2025-12-31T23:59:00.000Z')
  expect(localOf('2025-12-31T23:59:00.000Z')).toBe('2026-01-01T07:59')
})

test.each(['2026-11-26', '2026-11-26T18:00:00', '26.11.2026 18:00', ''])('%s is no such time', (text) => {
  expect(localPattern.test(text)).toBe(false)
})
