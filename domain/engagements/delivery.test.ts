import { describe, expect, test } from 'vitest'
import { calendarOf2026 as calendar } from '#domain/kernel/notice-2026.fixture.ts'
import { decideDelivery } from './delivery.ts'

const at = (text: string) => new Date(`${text}+08:00`)
const active = { state: 'ACTIVE', hasContract: true, deliverDueOn: '2026-11-20', feeFen: 1_200_000, deliverables: [] } as const
const inTime = { now: at('2026-11-20T09:00:00'), calendar }

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

  test('without a contract nobody has agreed what the result is to be', () => {
    const delivered = decideDelivery({ ...active, hasContract: false }, { ...inTime, chargedFeeFen: null })
    expect(delivered).toEqual({ ok: false, refusal: { code: 'CONTRACT_REQUIRED' } })
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
