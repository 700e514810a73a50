import { describe, expect, test } from 'vitest'
import { ruleSetOn } from './rule-set.ts'

const set = (version: string, effectiveFrom: string, effectiveTo: string | null) => ({
  version,
  effectiveFrom,
  effectiveTo,
  legalBasis: [],
})

describe('rules as data: the version in force on the day of the event', () => {
  const versions = [set('ZZ-1', '2026-01-01', '2026-06-30'), set('ZZ-2', '2026-07-01', null), set('ZZ-3', '2027-01-01', null)]
  test.each([
    ['2026-01-01', 'ZZ-1'],
    ['2026-06-30', 'ZZ-1'],
    ['2026-07-01', 'ZZ-2'],
    ['2026-12-31', 'ZZ-2'],
    ['2027-01-01', 'ZZ-3'],
  ])('%s: %s', (day, version) => expect(ruleSetOn(versions, day)).toMatchObject({ ok: true, value: { version } }))

  test('2025-12-31: none', () =>
    expect(ruleSetOn(versions, '2025-12-31')).toEqual({ ok: false, refusal: { code: 'NO_RULE_SET_IN_FORCE', day: '2025-12-31' } }))
})
