import { describe, expect, test } from 'vitest'
import { calendarOf2026 as calendar } from '#domain/kernel/notice-2026.fixture.ts'
import { decideAmendment, decideReply, decideReview } from './review.ts'
import type { ReviewableEngagement } from './review.ts'
import { reviewRuleSets } from './review-rule-set.ts'
import { reviewLastOn } from './review-window.ts'

const [rules] = reviewRuleSets
if (!rules) throw new Error('no rules')
const at = (text: string) => new Date(`${text}+08:00`)
const fives = { quality: 5, timeliness: 5, attitude: 5, fees: 5, conduct: 5 }
const contextAt = (now: string) => ({ now: at(now), calendar, rules })

const accepted: ReviewableEngagement = {
  state: 'COMPLETED',
  deliveredAt: at('2026-11-02T15:00:00'),
  acceptedAt: at('2026-11-05T10:00:00'),
  isContractBacked: true,
  isReviewed: false,
}
const uploaded: ReviewableEngagement = { ...accepted, state: 'DELIVERED', acceptedAt: null }
const soon = contextAt('2026-11-06T09:00:00')

describe('R4 the window: 15 working days from the day after the upload, across holidays and worked weekends', () => {
  test.each([
    ['an ordinary week', '2026-11-02T15:00:00', '2026-11-23'],
    ['late in the evening is still that day', '2026-11-02T23:59:59', '2026-11-23'],
    ['after midnight is the next', '2026-11-03T00:00:00', '2026-11-24'],
    ['over Mid-Autumn and National Day, 10 October worked', '2026-09-24T10:00:00', '2026-10-22'],
    ['over the Spring Festival, 14 and 28 February worked', '2026-02-12T10:00:00', '2026-03-11'],
    ['ending on a Friday', '2026-10-30T10:00:00', '2026-11-20'],
    ['uploaded on a holiday', '2026-10-03T10:00:00', '2026-10-27'],
  ])('%s: uploaded %s, until %s', (_, deliveredAt, lastOn) => {
    const engagement = { ...uploaded, deliveredAt: at(deliveredAt) }
    expect(reviewLastOn('OWNER', { deliveredAt: at(deliveredAt), acceptedAt: null }, rules, calendar)).toEqual({ ok: true, value: lastOn })
    expect(decideReview('OWNER', engagement, fives, contextAt(`${lastOn}T23:59:59`)).ok).toBe(true)
    const after = new Date(at(`${lastOn}T23:59:59`).getTime() + 1000)
    expect(decideReview('OWNER', engagement, fives, { now: after, calendar, rules })).toEqual({
      ok: false,
      refusal: { code: 'REVIEW_WINDOW_OVER', lastOn },
    })
  })

  test('ZZ-V1.1 authority and centre count from the acceptance; the owner from the upload all the same', () => {
    const dates = { deliveredAt: at('2026-11-02T15:00:00'), acceptedAt: at('2026-11-05T10:00:00') }
    const lastOf = (rater: 'OWNER' | 'AUTHORITY' | 'PLATFORM') => reviewLastOn(rater, dates, rules, calendar)
    expect(lastOf('OWNER')).toEqual({ ok: true, value: '2026-11-23' })
    expect(lastOf('AUTHORITY')).toEqual({ ok: true, value: '2026-11-26' })
    expect(lastOf('PLATFORM')).toEqual({ ok: true, value: '2026-11-26' })
  })

  test('an open window does not wait for a calendar that is not out yet', () => {
    const late = { ...uploaded, deliveredAt: at('2026-12-30T15:00:00') }
    expect(decideReview('OWNER', late, fives, contextAt('2026-12-31T09:00:00')).ok).toBe(true)
  })
})

describe('R4 what may be reviewed, by whom', () => {
  test.each([
    ['the owner, what was uploaded: it is accepted by that', 'OWNER', uploaded, { ok: true, value: { acceptsResult: true } }],
    ['the owner, what was accepted', 'OWNER', accepted, { ok: true, value: { acceptsResult: false } }],
    ['the authority, what was accepted', 'AUTHORITY', accepted, { ok: true, value: { acceptsResult: false } }],
    ['the authority not yet', 'AUTHORITY', uploaded, { ok: false, refusal: { code: 'RESULT_NOT_ACCEPTED' } }],
    ['the centre not yet', 'PLATFORM', uploaded, { ok: false, refusal: { code: 'RESULT_NOT_ACCEPTED' } }],
    [
      'nothing without a contract',
      'OWNER',
      { ...accepted, isContractBacked: false },
      { ok: false, refusal: { code: 'NOT_CONTRACT_BACKED' } },
    ],
    ['nobody twice', 'PLATFORM', { ...accepted, isReviewed: true }, { ok: false, refusal: { code: 'REVIEW_GIVEN' } }],
    [
      'nothing before a result',
      'OWNER',
      { ...uploaded, state: 'ACTIVE', deliveredAt: null },
      { ok: false, refusal: { code: 'NOTHING_TO_REVIEW', state: 'ACTIVE' } },
    ],
    [
      'nothing that was ended',
      'OWNER',
      { ...accepted, state: 'TERMINATED' },
      { ok: false, refusal: { code: 'NOTHING_TO_REVIEW', state: 'TERMINATED' } },
    ],
  ] as const)('%s', (_, rater, engagement, decided) => {
    expect(decideReview(rater, engagement, fives, soon)).toEqual(decided)
  })

  test.each([0, 6, 2.5, Number.NaN])('a mark of %d is refused', (conduct) => {
    const refused = { ok: false, refusal: { code: 'REVIEW_MARK_INVALID', dimension: 'conduct' } }
    expect(decideReview('OWNER', accepted, { ...fives, conduct }, soon)).toEqual(refused)
    expect(decideAmendment(given, { ...fives, conduct }, soon)).toEqual(refused)
  })
})

const given = { recordedAt: at('2026-09-24T10:00:00'), amendedAt: null, annulledAt: null, repliedAt: null }

describe('R4 one amendment within 3 working days, one reply', () => {
  test.each([
    ['the same day', '2026-09-24T18:00:00', null],
    ['the third working day, behind the holiday', '2026-09-30T23:59:59', null],
    ['the day after, a day off', '2026-10-01T00:00:00', { code: 'AMENDMENT_WINDOW_OVER', lastOn: '2026-09-30' }],
    ['the next working day', '2026-10-08T00:00:00', { code: 'AMENDMENT_WINDOW_OVER', lastOn: '2026-09-30' }],
  ])('%s', (_, now, refusal) => {
    expect(decideAmendment(given, fives, contextAt(now))).toEqual(refusal ? { ok: false, refusal } : { ok: true, value: true })
  })

  test('not twice, not an annulled one', () => {
    expect(decideAmendment({ ...given, amendedAt: at('2026-09-25T09:00:00') }, fives, contextAt('2026-09-28T09:00:00'))).toEqual({
      ok: false,
      refusal: { code: 'REVIEW_AMENDED' },
    })
    expect(decideAmendment({ ...given, annulledAt: at('2026-09-25T09:00:00') }, fives, contextAt('2026-09-28T09:00:00'))).toEqual({
      ok: false,
      refusal: { code: 'REVIEW_ANNULLED' },
    })
  })

  test('a reply once', () => {
    expect(decideReply(given)).toEqual({ ok: true, value: true })
    expect(decideReply({ ...given, repliedAt: given.recordedAt })).toEqual({ ok: false, refusal: { code: 'REVIEW_REPLIED' } })
  })
})
