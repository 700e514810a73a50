import { describe, expect, test } from 'vitest'
import { calendarOf2026 as calendar } from '#domain/kernel/notice-2026.fixture.ts'
import { decideDelivery } from './delivery.ts'
import { decideOwnerReview } from './owner-review.ts'

const at = (text: string) => new Date(`${text}+08:00`)
const active = { state: 'ACTIVE', deliverDueOn: '2026-11-20', feeFen: 1_200_000 } as const
const inTime = { now: at('2026-11-20T09:00:00'), calendar }
const fives = { quality: 5, timeliness: 5, attitude: 5, fees: 5, conduct: 5 }

describe('R4 lateness counts working days after the promised last day', () => {
  test.each([
    ['2026-11-20T23:59:59', 0],
    ['2026-11-21T00:00:00', 0], // Saturday
    ['2026-11-23T09:00:00', 1],
    ['2026-12-04T09:00:00', 10],
    ['2026-12-07T09:00:00', 11],
  ])('%s is %d late', (now, late) => {
    const delivered = decideDelivery({ ...active, deliverDueOn: '2026-11-20' }, { now: at(now), calendar, chargedFeeFen: null })
    expect(delivered).toMatchObject({ ok: true, value: { lateWorkingDays: late } })
  })

  test('only an active engagement can be delivered', () => {
    const delivered = decideDelivery({ ...active, state: 'COMPLETED' }, { ...inTime, chargedFeeFen: null })
    expect(delivered).toMatchObject({ ok: false, refusal: { code: 'ENGAGEMENT_WRONG_STATE' } })
  })
})

describe('R3 no more is charged than was agreed', () => {
  test.each([
    ['nothing said', null, true],
    ['as agreed', 1_200_000, true],
    ['less', 1_000_000, true],
    ['one fen more', 1_200_001, false],
  ])('%s', (_, chargedFeeFen, isAllowed) => {
    const delivered = decideDelivery(active, { ...inTime, chargedFeeFen })
    expect(delivered.ok).toBe(isAllowed)
    if (!delivered.ok) expect(delivered.refusal).toEqual({ code: 'FEE_RAISED_AFTER_CHOICE', feeFen: 1_200_000, chargedFeeFen })
  })
})

describe('R4 the owner reviews within 15 working days from the day after delivery', () => {
  const engagement = { state: 'DELIVERED', deliveredAt: at('2026-11-02T15:00:00') } as const
  test.each([
    ['2026-11-02T15:00:01', true],
    ['2026-11-23T23:59:59', true],
    ['2026-11-24T00:00:00', false],
  ])('on %s: %s', (now, isOpen) => {
    const reviewed = decideOwnerReview(engagement, fives, { now: at(now), calendar })
    expect(reviewed.ok).toBe(isOpen)
    if (!reviewed.ok) expect(reviewed.refusal).toEqual({ code: 'REVIEW_WINDOW_OVER', lastOn: '2026-11-23' })
  })

  test('an open window does not wait for a calendar that is not out yet', () => {
    const late = { state: 'DELIVERED', deliveredAt: at('2026-12-30T15:00:00') } as const
    expect(decideOwnerReview(late, fives, { now: at('2026-12-31T09:00:00'), calendar }).ok).toBe(true)
  })

  test.each([0, 6, 2.5, Number.NaN])('a mark of %d is refused', (quality) => {
    const reviewed = decideOwnerReview(engagement, { ...fives, quality }, { now: at('2026-11-03T09:00:00'), calendar })
    expect(reviewed).toEqual({ ok: false, refusal: { code: 'REVIEW_MARK_INVALID', dimension: 'quality' } })
  })

  test('nothing delivered, nothing to review', () => {
    const reviewed = decideOwnerReview({ state: 'ACTIVE', deliveredAt: null }, fives, { now: at('2026-11-03T09:00:00'), calendar })
    expect(reviewed).toMatchObject({ ok: false, refusal: { code: 'ENGAGEMENT_WRONG_STATE' } })
  })
})
