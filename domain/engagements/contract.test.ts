import { describe, expect, test } from 'vitest'
import { calendarOf2026 as calendar } from '#domain/kernel/notice-2026.fixture.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import type { ContractedEngagement, ContractVersion } from './contract.ts'
import { contractTransitions, decideAgreement, decideDecline, decideProposal, finalContractStates } from './contract.ts'
import { deliverableTransitions, finalDeliverableStates, isAcceptedBySilence, latenessOf } from './deliverable.ts'
import { disputeTransitions, finalDisputeStates } from './dispute.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
const rules = { now: at('2026-11-09'), calendar }
const terms = { feeFen: 1_200_000, promisedWorkingDays: 10, scope: '报告', liability: '违约金' }
const version = (contractVersion: number, change: Partial<ContractVersion> = {}): ContractVersion => ({
  ...terms,
  contractVersion,
  state: 'IN_FORCE',
  proposedBySide: 'INTERMEDIARY',
  answeredAt: at('2026-11-02'),
  ...change,
})
const waiting = (change: Partial<ContractVersion> = {}) => version(2, { state: 'PROPOSED', answeredAt: null, ...change })
const chosen: ContractedEngagement = { state: 'ACTIVE', feeFen: 1_200_000, ceilingFen: null, contracts: [] }
const proposal = { ...terms, side: 'INTERMEDIARY', reasons: '', isRaisedFeeAccepted: false } as const

test('procedures are sound: every state reached, every open one leavable, no final one', () => {
  const sound = { unreachable: [], deadEnds: [], leavableFinals: [] }
  expect(faultsOf(contractTransitions, 'PROPOSED', finalContractStates)).toEqual(sound)
  expect(faultsOf(deliverableTransitions, 'SUBMITTED', finalDeliverableStates)).toEqual(sound)
  expect(faultsOf(disputeTransitions, 'OPEN', finalDisputeStates)).toEqual(sound)
})

describe('R4: a contract is proposed by one side and agreed by the other', () => {
  test('the first version counts its days from the day it comes into force', () => {
    expect(decideProposal(chosen, proposal, rules)).toEqual({ ok: true, value: { contractVersion: 1, deliverDueOn: '2026-11-23' } })
    const open = { ...chosen, contracts: [waiting({ contractVersion: 1 })] }
    expect(decideAgreement(open, { side: 'OWNER', isRaisedFeeAccepted: false }, { now: at('2026-11-10'), calendar })).toEqual({
      ok: true,
      value: { agreed: 1, superseded: null, deliverDueOn: '2026-11-24' },
    })
  })

  test('a change counts from the first version’s day and supersedes the one in force', () => {
    const changed = { ...chosen, contracts: [version(1), waiting({ promisedWorkingDays: 12 })] }
    expect(decideAgreement(changed, { side: 'OWNER', isRaisedFeeAccepted: false }, rules)).toEqual({
      ok: true,
      value: { agreed: 2, superseded: 1, deliverDueOn: '2026-11-18' },
    })
  })

  test.each<[string, Partial<ContractedEngagement>, object, string]>([
    ['while one waits', { contracts: [waiting()] }, {}, 'CONTRACT_PROPOSAL_OPEN'],
    ['a change without reasons', { contracts: [version(1)] }, {}, 'CHANGE_REASONS_REQUIRED'],
    ['after delivery', { state: 'DELIVERED' }, {}, 'ENGAGEMENT_WRONG_STATE'],
    ['R3: the owner’s higher fee without the express word', {}, { side: 'OWNER', feeFen: 1_200_001 }, 'FEE_OVER_CHOICE'],
    [
      'R2: over the government’s ceiling, whoever accepts it',
      { ceilingFen: 1_200_000 },
      { side: 'OWNER', feeFen: 1_200_001, isRaisedFeeAccepted: true },
      'FEE_OVER_CEILING',
    ],
    ['over days that no calendar reaches', {}, { promisedWorkingDays: 300 }, 'CALENDAR_NOT_LOADED'],
  ])('no proposal %s', (_, engagement, change, code) => {
    expect(decideProposal({ ...chosen, ...engagement }, { ...proposal, ...change }, rules)).toMatchObject({ refusal: { code } })
  })

  test.each<[string, Partial<ContractedEngagement>, 'OWNER' | 'INTERMEDIARY', boolean, string]>([
    ['with nothing that waits', { contracts: [version(1)] }, 'OWNER', false, 'NO_CONTRACT_PROPOSAL'],
    ['with oneself', { contracts: [waiting()] }, 'INTERMEDIARY', false, 'OWN_PROPOSAL'],
    ['of the owner to a higher fee by a mere yes', { contracts: [waiting({ feeFen: 1_200_001 })] }, 'OWNER', false, 'FEE_OVER_CHOICE'],
    ['over a ceiling', { contracts: [waiting()], ceilingFen: 1 }, 'OWNER', true, 'FEE_OVER_CEILING'],
    ['once it is ended', { contracts: [waiting()], state: 'TERMINATED' }, 'OWNER', false, 'ENGAGEMENT_WRONG_STATE'],
  ])('no agreement %s', (_, engagement, side, isRaisedFeeAccepted, code) => {
    expect(decideAgreement({ ...chosen, ...engagement }, { side, isRaisedFeeAccepted }, rules)).toMatchObject({ refusal: { code } })
  })

  test('declined by the other side, withdrawn by the own', () => {
    const open = { ...chosen, contracts: [waiting()] }
    expect(decideDecline(open, 'OWNER')).toEqual({ ok: true, value: { contractVersion: 2, isWithdrawal: false } })
    expect(decideDecline(open, 'INTERMEDIARY')).toEqual({ ok: true, value: { contractVersion: 2, isWithdrawal: true } })
    expect(decideDecline(chosen, 'OWNER')).toMatchObject({ refusal: { code: 'NO_CONTRACT_PROPOSAL' } })
  })
})

describe('R4: lateness is of the accepted version, less the days a version lay with the owner', () => {
  const deliverDueOn = '2026-11-16'
  test.each([
    ['in time', '2026-11-16', [], 0],
    ['a weekend does not count', '2026-11-22', [], 4],
    ['a week', '2026-11-23', [], 5],
    [
      'handed in before the due day, returned four days after it',
      '2026-11-25',
      [{ submittedOn: '2026-11-12', answeredOn: '2026-11-20' }],
      3,
    ],
    [
      'handed in late, returned the same day: nothing lay anywhere',
      '2026-11-23',
      [{ submittedOn: '2026-11-18', answeredOn: '2026-11-18' }],
      5,
    ],
    ['returned before the due day: the firm’s own time', '2026-11-23', [{ submittedOn: '2026-11-09', answeredOn: '2026-11-12' }], 5],
    [
      'returned twice',
      '2026-11-30',
      [
        { submittedOn: '2026-11-17', answeredOn: '2026-11-19' },
        { submittedOn: '2026-11-23', answeredOn: '2026-11-25' },
      ],
      6,
    ],
  ])('%s: %s', (_, submittedOn, returned, late) => {
    expect(latenessOf({ deliverDueOn, submittedOn, returned }, calendar)).toEqual({ ok: true, value: late })
  })

  test('silence accepts after fifteen working days, not on the fifteenth', () => {
    const submittedAt = at('2026-11-02')
    expect(isAcceptedBySilence({ submittedAt }, 15, { now: at('2026-11-23'), calendar })).toEqual({ ok: true, value: false })
    expect(isAcceptedBySilence({ submittedAt }, 15, { now: at('2026-11-24'), calendar })).toEqual({ ok: true, value: true })
  })
})
