import { expect, test } from 'vitest'
import { caseAgeOf } from './case-age.ts'

test.each([
  ['2026-11-20', 'WEEK'],
  ['2026-11-13', 'WEEK'],
  ['2026-11-12', 'MONTH'],
  ['2026-10-21', 'MONTH'],
  ['2026-10-20', 'QUARTER'],
  ['2026-08-22', 'QUARTER'],
  ['2026-08-21', 'LONGER'],
] as const)('a case of %s is open for %s on 2026-11-20', (reportedOn, age) => {
  expect(caseAgeOf(reportedOn, '2026-11-20')).toBe(age)
})
