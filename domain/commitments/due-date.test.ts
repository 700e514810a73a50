import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { countWorkingDays } from '#domain/kernel/working-days.ts'
import { checkMaterialDays, checkSupplementDay, extendSupplementDay, latestSupplementDay } from './due-date.ts'
import { variantOf, zzTolerance1 } from './tolerance-rules.fixture.ts'

describe('R1 due date: within the promised limit in working days, receipt day excluded', () => {
  test.each([
    ['2026-03-02', 5, '2026-03-09'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-10', 10, '2026-03-02'],
    ['2026-10-03', 1, '2026-10-08'],
  ])('accepted on %s, %i working days: at the latest %s', (acceptedOn, promisedWorkingDays, latestOn) =>
    expect(latestSupplementDay({ acceptedOn, promisedWorkingDays }, calendarOf2026)).toEqual({ ok: true, value: latestOn }),
  )

  const frame = { acceptedOn: '2026-09-30', promisedWorkingDays: 5 }
  test.each([
    ['2026-10-08', { ok: true, value: '2026-10-08' }],
    // A make-up Saturday is a working day.
    ['2026-10-10', { ok: true, value: '2026-10-10' }],
    ['2026-10-13', { ok: true, value: '2026-10-13' }],
    ['2026-09-30', { ok: false, refusal: { code: 'DUE_DAY_NOT_AFTER_RECEIPT', acceptedOn: '2026-09-30' } }],
    ['2026-09-29', { ok: false, refusal: { code: 'DUE_DAY_NOT_AFTER_RECEIPT', acceptedOn: '2026-09-30' } }],
    ['2026-10-07', { ok: false, refusal: { code: 'DUE_DAY_NOT_A_WORKING_DAY', requestedOn: '2026-10-07' } }],
    ['2026-10-11', { ok: false, refusal: { code: 'DUE_DAY_NOT_A_WORKING_DAY', requestedOn: '2026-10-11' } }],
    ['2026-10-14', { ok: false, refusal: { code: 'DUE_DAY_TOO_LATE', requestedOn: '2026-10-14', latestOn: '2026-10-13' } }],
    ['2026-02-30', { ok: false, refusal: { code: 'DUE_DAY_MALFORMED' } }],
    ['soon', { ok: false, refusal: { code: 'DUE_DAY_MALFORMED' } }],
  ])('requested %s → %j', (requestedOn, expected) => expect(checkSupplementDay(requestedOn, frame, calendarOf2026)).toEqual(expected))

  it('R8: a limit that runs into a year without a calendar is refused, never guessed', () =>
    expect(checkSupplementDay('2026-12-30', { acceptedOn: '2026-12-28', promisedWorkingDays: 20 }, calendarOf2026)).toEqual({
      ok: false,
      refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 },
    }))

  it('whatever day is granted lies 1 to n working days after the receipt day', () =>
    fc.assert(
      fc.property(fc.nat(250), fc.integer({ min: 1, max: 30 }), fc.integer({ min: -5, max: 60 }), (start, promisedWorkingDays, offset) => {
        const acceptedOn = addDays('2026-01-01', start)
        const granted = checkSupplementDay(addDays(acceptedOn, offset), { acceptedOn, promisedWorkingDays }, calendarOf2026)
        if (!granted.ok) return true
        const count = countWorkingDays(acceptedOn, granted.value, calendarOf2026)
        return count.ok && count.value >= 1 && count.value <= promisedWorkingDays
      }),
    ))
})

describe('R1 due dates by material: each within the limit, the letter names the last', () => {
  const frame = { acceptedOn: '2026-03-02', promisedWorkingDays: 10 }
  const days = (...wanted: (string | null)[]) =>
    checkMaterialDays(
      wanted.map((dueOn, index) => ({ seq: index + 1, dueOn })),
      '2026-03-09',
      frame,
      calendarOf2026,
    )
  test.each<[string, (string | null)[], string, (string | null)[]]>([
    ['none of its own', [null, null], '2026-03-09', [null, null]],
    ['one earlier', ['2026-03-04', null], '2026-03-09', ['2026-03-04', null]],
    ['one later than the common day: that is the letter’s', ['2026-03-13', null], '2026-03-13', [null, '2026-03-09']],
    ['all their own', ['2026-03-04', '2026-03-05'], '2026-03-05', ['2026-03-04', null]],
    ['the common day written out', ['2026-03-09'], '2026-03-09', [null]],
  ])('%s', (_, wanted, lastDueOn, own) =>
    expect(days(...wanted)).toEqual({ ok: true, value: { lastDueOn, days: own.map((dueOn, index) => ({ seq: index + 1, dueOn })) } }),
  )
  test.each([
    ['beyond the limit', '2026-03-17', 'DUE_DAY_TOO_LATE'],
    ['on a Saturday', '2026-03-07', 'DUE_DAY_NOT_A_WORKING_DAY'],
    ['on the day of receipt', '2026-03-02', 'DUE_DAY_NOT_AFTER_RECEIPT'],
  ])('%s is refused with the material it is about', (_, dueOn, code) =>
    expect(days(null, dueOn)).toMatchObject({ ok: false, refusal: { code, material: 2 } }),
  )
  it('a common day that cannot be is about no one material', () =>
    expect(checkMaterialDays([{ seq: 1, dueOn: null }], '2026-03-17', frame, calendarOf2026)).toEqual({
      ok: false,
      refusal: { code: 'DUE_DAY_TOO_LATE', requestedOn: '2026-03-17', latestOn: '2026-03-16' },
    }))
  it('a promise of nothing is a bug', () => expect(() => checkMaterialDays([], '2026-03-09', frame, calendarOf2026)).toThrow(RangeError))
})

describe('R1 extension: once, before the due day, within the same limit', () => {
  const commitment = { acceptedOn: '2026-03-02', promisedWorkingDays: 10, dueOn: '2026-03-06', hasBeenExtended: false }
  const extend = (requestedOn: string, today: string, changes: Partial<typeof commitment> = {}, rules = zzTolerance1) =>
    extendSupplementDay(requestedOn, { ...commitment, ...changes }, today, rules, calendarOf2026)

  it('the day before the due day is in time', () => expect(extend('2026-03-13', '2026-03-05')).toEqual({ ok: true, value: '2026-03-13' }))
  test.each([
    ['on the due day', extend('2026-03-13', '2026-03-06'), 'EXTENSION_TOO_LATE'],
    ['a second time', extend('2026-03-13', '2026-03-05', { hasBeenExtended: true }), 'EXTENSION_USED'],
    ['where the rules allow none', extend('2026-03-13', '2026-03-05', {}, variantOf({ isExtensionAllowedOnce: false })), 'EXTENSION_USED'],
    ['beyond the limit', extend('2026-03-17', '2026-03-05'), 'DUE_DAY_TOO_LATE'],
    ['to the same day', extend('2026-03-06', '2026-03-05'), 'EXTENSION_NOT_LATER'],
    ['to a Sunday', extend('2026-03-15', '2026-03-05'), 'DUE_DAY_NOT_A_WORKING_DAY'],
  ])('%s: refused', (_, result, code) => expect(result).toMatchObject({ ok: false, refusal: { code } }))
})
