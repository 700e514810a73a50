import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { qualificationFor } from '#domain/engagements/qualification.ts'
import { addDays } from '#domain/kernel/calendar-day.ts'
import { reminderDueOn } from './expiry-reminder.ts'

const levels = [90, 30, 7]
const certificate = (validUntilOn: string, registeredOn = '2020-01-01', sentDaysAhead: readonly number[] = []) => ({
  validUntilOn,
  registeredOn,
  sentDaysAhead,
})

describe('R3: reminders 90, 30 and 7 calendar days before the last day', () => {
  test.each([
    ['91 days ahead', '2026-09-20', '2026-12-20', null],
    ['90 days ahead', '2026-09-21', '2026-12-20', 90],
    ['30 days ahead', '2026-11-20', '2026-12-20', 30],
    ['8 days ahead the 30-day one is still due if it was never sent', '2026-12-12', '2026-12-20', 30],
    ['7 days ahead', '2026-12-13', '2026-12-20', 7],
    ['on the last day', '2026-12-20', '2026-12-20', 7],
    ['the day after', '2026-12-21', '2026-12-20', null],
    ['over the turn of the year', '2026-12-11', '2027-01-10', 30],
    ['over the turn of the year, one day early', '2026-12-10', '2027-01-10', 90],
    ['over 29 February', '2028-02-29', '2028-03-30', 30],
    ['over the Spring Festival: holidays count', '2026-02-14', '2026-02-21', 7],
    ['on National Day', '2026-10-01', '2026-10-08', 7],
  ])('%s', (_, today, until, due) => expect(reminderDueOn(today, certificate(until), levels)).toBe(due))

  test.each([
    ['sent already', ['2020-01-01', [30]], '2026-11-21', null],
    ['the longer one sent, the shorter due', ['2020-01-01', [90]], '2026-11-21', 30],
    ['entered after its day', ['2026-11-21', []], '2026-11-21', null],
    ['entered on its day', ['2026-11-20', []], '2026-11-20', 30],
    ['entered late: the next one', ['2026-11-21', []], '2026-12-13', 7],
    ['entered within the last week: none', ['2026-12-15', []], '2026-12-15', null],
  ] as const)('%s', (_, [registeredOn, sent], today, due) =>
    expect(reminderDueOn(today, certificate('2026-12-20', registeredOn, sent), levels)).toBe(due),
  )

  it('whatever days the sweep misses, no reminder comes twice, each at its time, the shorter never before the longer', () => {
    const until = '2027-03-01'
    const days = fc.uniqueArray(fc.integer({ min: -5, max: 120 }), { maxLength: 60 })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 120 }), (ahead, enteredAhead) => {
        const sent: number[] = []
        const swept = ahead.filter((left) => left <= enteredAhead).sort((a, b) => b - a)
        for (const left of swept) {
          const due = reminderDueOn(addDays(until, -left), certificate(until, addDays(until, -enteredAhead), sent), levels)
          if (due === null) continue
          expect(left).toBeLessThanOrEqual(due)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(sent).not.toContain(due)
          sent.push(due)
        }
        expect(sent).toEqual([...sent].sort((a, b) => b - a))
      }),
    )
  })

  it('a sweep every day sends exactly those whose day had not passed at the entry', () => {
    const until = '2028-03-05'
    for (let entered = 0; entered <= 120; entered += 1) {
      const sent: number[] = []
      for (let left = entered; left >= -3; left -= 1) {
        const due = reminderDueOn(addDays(until, -left), certificate(until, addDays(until, -entered), sent), levels)
        if (due !== null) sent.push(due)
      }
      expect(sent).toEqual(levels.filter((level) => level <= entered))
    }
  })
})

describe('R3: an expired certificate blocks from the day after', () => {
  const item = { code: 'X', isQualificationRequired: true }
  const one = { name: '资质', certificateNo: '1', validFromOn: '2024-01-01', validUntilOn: '2026-12-31', serviceItemCodes: ['X'] }
  const renewed = { ...one, certificateNo: '2', validFromOn: '2027-01-10', validUntilOn: null }
  test.each([
    ['on the last day', [one], '2026-12-31', true],
    ['the day after, a holiday', [one], '2027-01-01', false],
    ['renewed from a later day: blocked in between', [one, renewed], '2027-01-09', false],
    ['renewed: open from the first day of the new one', [one, renewed], '2027-01-10', true],
  ])('%s', (_, held, day, isOpen) => expect(qualificationFor(item, held, day).ok).toBe(isOpen))
})
