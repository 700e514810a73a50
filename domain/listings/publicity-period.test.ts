import { describe, expect, it } from 'vitest'
import { checkPublicUntil, publicityPeriodOf } from './publicity-period.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

describe('R5 publicity windows 信用修复管理办法', () => {
  it.each([
    ['same-day rule of the rulebook', 'GENERAL', '2026-04-10', '2026-07-10', '2027-04-10'],
    ['serious', 'SERIOUS', '2026-04-10', '2027-04-10', '2029-04-10'],
    ['minor has no minimum', 'MINOR', '2026-04-10', '2026-04-10', '2026-07-10'],
    ['a shorter month ends on its last day', 'GENERAL', '2026-11-30', '2027-02-28', '2027-11-30'],
    ['a leap day ends on 28 February', 'SERIOUS', '2028-02-29', '2029-02-28', '2031-02-28'],
  ] as const)('%s: %s of %s, repair from %s, ends %s', (_, severity, decidedOn, earliestRepairOn, automaticEndOn) => {
    expect(publicityPeriodOf(severity, decidedOn, ZZ_LISTING_1)).toMatchObject({ earliestRepairOn, automaticEndOn })
  })

  it.each([
    ['GENERAL', '2026-07-09', null, 'PUBLICITY_TOO_SHORT'],
    ['GENERAL', '2026-07-10', null, 'ok'],
    ['GENERAL', '2027-04-10', null, 'ok'],
    ['GENERAL', '2027-04-11', null, 'PUBLICITY_TOO_LONG'],
    ['SERIOUS', '2027-04-09', null, 'PUBLICITY_TOO_SHORT'],
    ['SERIOUS', '2029-04-11', null, 'PUBLICITY_TOO_LONG'],
    ['MINOR', '2026-06-10', null, 'PUBLICATION_REASON_REQUIRED'],
    ['MINOR', '2026-06-10', '  ', 'PUBLICATION_REASON_REQUIRED'],
    ['MINOR', '2026-06-10', '多次违规', 'ok'],
    ['MINOR', '2026-07-11', '多次违规', 'PUBLICITY_TOO_LONG'],
  ] as const)('%s decided on 2026-04-10, public until %s (reason %s): %s', (severity, untilOn, reason, expected) => {
    const result = checkPublicUntil(publicityPeriodOf(severity, '2026-04-10', ZZ_LISTING_1), untilOn, reason)
    expect(result.ok ? 'ok' : result.refusal.code).toBe(expected)
  })
})
