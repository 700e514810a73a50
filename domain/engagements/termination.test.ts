import { describe, expect, test } from 'vitest'
import type { EngagementSide } from './contract.ts'
import type { TerminableEngagement, TerminationCause } from './termination.ts'
import { causesOpenTo, decideTermination, decideTerminationAnswer, terminationCauses, terminationRules } from './termination.ts'

const underContract: TerminableEngagement = {
  state: 'ACTIVE',
  hasContract: true,
  contractDueOn: '2026-12-02',
  today: '2026-11-20',
  lateWorkingDays: 0,
  lateViolationWorkingDays: 10,
  isFirmListed: false,
  isItemCancelled: false,
  proposedBySide: null,
  isAccepted: false,
}
const always: readonly TerminationCause[] = ['MUTUAL', 'FORCE_MAJEURE', 'REFUSED_PERFORMANCE', 'FUNDAMENTAL_BREACH']

describe('who may end an engagement for what', () => {
  test.each<[string, Partial<TerminableEngagement>, EngagementSide, readonly TerminationCause[]]>([
    ['the owner under a contract', {}, 'OWNER', [...always, 'OWNER_DISCRETION']],
    ['the firm under a contract', {}, 'INTERMEDIARY', always],
    ['民法典 563(1)3: ten working days late are not beyond the limit', { lateWorkingDays: 10 }, 'OWNER', [...always, 'OWNER_DISCRETION']],
    ['eleven are, for the owner', { lateWorkingDays: 11 }, 'OWNER', [...always, 'DELIVERY_OVERDUE', 'OWNER_DISCRETION']],
    ['and not for the firm that is late', { lateWorkingDays: 11 }, 'INTERMEDIARY', always],
    ['003 三(三): a listed firm', { isFirmListed: true }, 'OWNER', [...always, 'OWNER_DISCRETION', 'INTERMEDIARY_LISTED']],
    ['003 三(三): a cancelled item, either side', { isItemCancelled: true }, 'INTERMEDIARY', [...always, 'ITEM_CANCELLED']],
    ['787: not once the result is there', { state: 'DELIVERED' }, 'OWNER', always],
    ['without a contract, in time', { hasContract: false }, 'INTERMEDIARY', ['MUTUAL']],
    ['on the contract’s last day', { hasContract: false, today: '2026-12-02' }, 'INTERMEDIARY', ['MUTUAL']],
    ['the day after', { hasContract: false, today: '2026-12-03' }, 'INTERMEDIARY', ['MUTUAL', 'NO_CONTRACT']],
    ['while an agreement is proposed, by other causes', { proposedBySide: 'OWNER' }, 'INTERMEDIARY', always.slice(1)],
    ['an accepted result', { state: 'COMPLETED', isAccepted: true }, 'OWNER', []],
    ['an ended one', { state: 'TERMINATED' }, 'OWNER', []],
  ])('%s', (_, facts, side, causes) => {
    expect([...causesOpenTo({ ...underContract, ...facts }, side)].sort()).toEqual([...causes].sort())
  })

  test('every cause has its clause, in both languages, and is somebody’s', () => {
    for (const cause of terminationCauses) {
      const { basis, sides } = terminationRules[cause]
      expect([basis.instrument, basis.clause, basis.textZh, basis.textEn].every((text) => text !== '')).toBe(true)
      expect(sides.length).toBeGreaterThan(0)
    }
  })

  test('what is missing is said', () => {
    expect(decideTermination(underContract, { side: 'OWNER', cause: 'DELIVERY_OVERDUE' })).toEqual({
      ok: false,
      refusal: { code: 'TERMINATION_NOT_MET', cause: 'DELIVERY_OVERDUE', missing: ['LATE_BEYOND_LIMIT'] },
    })
  })
})

describe('by agreement', () => {
  test('it is only proposed, and the other side’s word ends it', () => {
    expect(decideTermination(underContract, { side: 'OWNER', cause: 'MUTUAL' })).toEqual({ ok: true, value: { isEnded: false } })
    const proposed = { ...underContract, proposedBySide: 'OWNER' as const }
    expect(decideTerminationAnswer(proposed, { side: 'INTERMEDIARY', isAgreed: true })).toEqual({ ok: true, value: { isEnded: true } })
    expect(decideTerminationAnswer(proposed, { side: 'INTERMEDIARY', isAgreed: false })).toEqual({ ok: true, value: { isEnded: false } })
    expect(decideTerminationAnswer(proposed, { side: 'OWNER', isAgreed: false })).toEqual({ ok: true, value: { isEnded: false } })
    expect(decideTerminationAnswer(proposed, { side: 'OWNER', isAgreed: true })).toMatchObject({ refusal: { code: 'OWN_PROPOSAL' } })
    expect(decideTerminationAnswer(underContract, { side: 'OWNER', isAgreed: true })).toMatchObject({
      refusal: { code: 'NO_TERMINATION_PROPOSAL' },
    })
  })
})
