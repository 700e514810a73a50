import { describe, expect, it, test } from 'vitest'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { decidePublicityObjection, publicityUntil, requirePublicityOver } from './publicity.ts'
import type { PublishedPromise } from './publicity.ts'
import { zzTolerance1 } from './tolerance-rules.fixture.ts'

const published: PublishedPromise = { state: 'PENDING', isPublished: true, publicUntilOn: '2026-03-09' }

describe('R1.3: publicity of a handling commitment', () => {
  test.each([
    ['2026-03-02', '2026-03-09'],
    // Over the National Day holiday and a make-up Saturday.
    ['2026-09-30', '2026-10-13'],
  ])('accepted on %s, public until %s at least', (acceptedOn, untilOn) =>
    expect(publicityUntil(acceptedOn, zzTolerance1, calendarOf2026)).toEqual({ ok: true, value: untilOn }),
  )

  const object = (changes: Partial<PublishedPromise>, today = '2026-03-05') =>
    decidePublicityObjection({ ...published, ...changes }, today, zzTolerance1, calendarOf2026)
  test.each<[string, Partial<PublishedPromise>, object]>([
    ['while it is public', {}, { ok: true, value: '2026-03-12' }],
    ['once it was verified', { state: 'FULFILLED', isPublished: false }, { ok: false, refusal: { code: 'NOT_IN_PUBLICITY' } }],
    ['once it was found untrue', { state: 'UNTRUE' }, { ok: false, refusal: { code: 'NOT_IN_PUBLICITY' } }],
    ['of a promise that is no handling', { isPublished: false }, { ok: false, refusal: { code: 'NOT_IN_PUBLICITY' } }],
  ])('an objection %s', (_, changes, expected) => expect(object(changes)).toEqual(expected))

  it('after the minimum days an objection is still taken while the promise is public', () =>
    expect(object({}, '2026-03-20')).toMatchObject({ ok: true }))
  it('R8: an answer in a year without a calendar is refused, never guessed', () =>
    expect(object({}, '2026-12-30')).toEqual({ ok: false, refusal: { code: 'CALENDAR_NOT_LOADED', year: 2027 } }))

  test.each<[string, number, string, object]>([
    ['on its last day', 0, '2026-03-09', { ok: false, refusal: { code: 'PUBLICITY_RUNNING', untilOn: '2026-03-09' } }],
    ['on the day after', 0, '2026-03-10', { ok: true, value: null }],
    ['over an open objection', 1, '2026-03-10', { ok: false, refusal: { code: 'PUBLICITY_OBJECTION_OPEN' } }],
  ])('found true %s', (_, open, today, expected) => expect(requirePublicityOver(published, open, today)).toEqual(expected))
  it('a promise from before publicity was dated waits for no day', () =>
    expect(requirePublicityOver({ ...published, publicUntilOn: null }, 0, '2026-03-03')).toEqual({ ok: true, value: null }))
})
