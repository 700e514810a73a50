import { describe, expect, it, test } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import {
  answerClock,
  answerReminderOn,
  clocksFrom,
  complaintStates,
  complaintTransitions,
  decideComplaint,
  finalComplaintStates,
  isComplaintOpen,
} from './complaint.ts'
import type { Complaint, ComplaintCommand, ComplaintState } from './complaint.ts'
import { complaintRuleSets } from './complaint-rule-set.ts'

const ruleSet = complaintRuleSets[0]!
/** Received on 2 March 2026 in the evening: transferred by the 7th, answered by 1 April. */
const received = new Date('2026-03-02T12:00:00Z')
const complaint = (changes: Partial<Complaint> = {}): Complaint => ({
  state: 'RECEIVED',
  ...clocksFrom(received, ruleSet),
  isExtended: false,
  isTransferred: false,
  ...changes,
})
const at = (now: string) => ({ now: new Date(now), ruleSet })
const answerOf = (given: Complaint, command: ComplaintCommand, now = '2026-03-03T02:00:00Z') => {
  const result = decideComplaint(given, command, at(now))
  return result.ok ? result.value : result.refusal
}
const transfer: ComplaintCommand = { type: 'TRANSFER', fromOfficeId: 'here', toOfficeId: 'there', reasons: '属于另一部门职责' }
const answer = (changes: Partial<Extract<ComplaintCommand, { type: 'ANSWER' }>> = {}): ComplaintCommand => ({
  type: 'ANSWER',
  isSubstantiated: true,
  consequence: 'CREDIT_EVENT',
  answer: '经核查属实',
  finding: '服务质量问题属实',
  hasSubject: true,
  ...changes,
})

describe('R7 reports and complaints: the procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(complaintTransitions, 'RECEIVED', finalComplaintStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
    expect(complaintStates.filter(isComplaintOpen)).toEqual(['RECEIVED', 'HANDLING', 'TRANSFERRED'])
  })

  const commands: Record<string, ComplaintCommand> = {
    'take up': { type: 'TAKE_UP' },
    transfer,
    extend: { type: 'EXTEND', reasons: '需要鉴定' },
    'not admit': { type: 'NOT_ADMIT', reasons: '已经处理过' },
    'find true': answer(),
    'find untrue': answer({ isSubstantiated: false, consequence: 'NONE', finding: '' }),
  }
  /** From each state, where each step leads; everything else is refused. Written apart from the table it checks. */
  const lawful: Record<ComplaintState, Partial<Record<string, ComplaintState>>> = {
    RECEIVED: { 'take up': 'HANDLING', transfer: 'TRANSFERRED', 'not admit': 'NOT_ADMITTED' },
    TRANSFERRED: { 'take up': 'HANDLING', 'not admit': 'NOT_ADMITTED' },
    HANDLING: {
      transfer: 'TRANSFERRED',
      extend: 'HANDLING',
      'not admit': 'NOT_ADMITTED',
      'find true': 'SUBSTANTIATED',
      'find untrue': 'UNSUBSTANTIATED',
    },
    SUBSTANTIATED: {},
    UNSUBSTANTIATED: {},
    NOT_ADMITTED: {},
  }
  test.each(complaintStates.flatMap((state) => Object.keys(commands).map((name) => [state, name] as const)))('%s: %s', (state, name) => {
    const given = complaint({ state, isTransferred: state === 'TRANSFERRED' })
    const result = decideComplaint(given, commands[name]!, at('2026-03-03T02:00:00Z'))
    expect(result.ok ? result.value.state : undefined).toBe(lawful[state][name])
  })
})

describe('河南条例 art. 78: the clocks, in calendar days, the day of receipt not counted', () => {
  it.each([
    ['2026-03-02T12:00:00Z', '2026-03-07', '2026-04-01'],
    // 24:00 in Shanghai is 16:00 UTC.
    ['2026-03-02T15:59:59.999Z', '2026-03-07', '2026-04-01'],
    ['2026-03-02T16:00:00Z', '2026-03-08', '2026-04-02'],
    // Spring Festival and weekends count: these are calendar days.
    ['2026-02-13T02:00:00Z', '2026-02-18', '2026-03-15'],
    ['2026-12-31T02:00:00Z', '2027-01-05', '2027-01-30'],
  ])('received %s: transferred by %s, answered by %s', (receivedAt, transferDueOn, answerDueOn) => {
    expect(clocksFrom(new Date(receivedAt), ruleSet)).toEqual({ transferDueOn, answerDueOn })
  })

  it.each([
    ['2026-03-07T15:59:59.999Z', { state: 'TRANSFERRED', answerDueOn: '2026-04-01' }],
    ['2026-03-07T16:00:00Z', { code: 'TRANSFER_TOO_LATE', transferDueOn: '2026-03-07' }],
  ])('sent on at %s: %o', (now, expected) => {
    expect(answerOf(complaint(), transfer, now)).toEqual(expected)
    expect(answerOf(complaint({ state: 'HANDLING' }), transfer, now)).toEqual(expected)
  })

  it('is sent on once, with reasons, to somebody else', () => {
    expect(answerOf(complaint({ state: 'HANDLING', isTransferred: true }), transfer)).toEqual({ code: 'TRANSFERRED_BEFORE' })
    expect(answerOf(complaint(), { ...transfer, toOfficeId: 'here' })).toEqual({ code: 'TRANSFER_TO_ITSELF' })
    expect(answerOf(complaint(), { ...transfer, reasons: ' ' })).toEqual({ code: 'REASONS_REQUIRED' })
  })

  const extend = { type: 'EXTEND', reasons: '需要鉴定' } as const
  it.each([
    ['2026-04-01T15:59:59.999Z', { state: 'HANDLING', answerDueOn: '2026-05-01' }],
    ['2026-04-01T16:00:00Z', { code: 'EXTENSION_TOO_LATE', answerDueOn: '2026-04-01' }],
  ])('extended at %s: %o', (now, expected) => {
    expect(answerOf(complaint({ state: 'HANDLING' }), extend, now)).toEqual(expected)
  })

  it('is extended once, with reasons, by whoever handles it', () => {
    expect(answerOf(complaint({ state: 'HANDLING', isExtended: true }), extend)).toEqual({ code: 'EXTENDED_BEFORE' })
    expect(answerOf(complaint({ state: 'HANDLING' }), { ...extend, reasons: '' })).toEqual({ code: 'REASONS_REQUIRED' })
    expect(answerOf(complaint(), extend)).toEqual({ code: 'EXTENSION_NOT_OPEN' })
  })

  it.each([
    ['2026-03-26', null],
    ['2026-03-27', 5],
    ['2026-03-30', 5],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
    ['2026-05-01', 0],
  ])('due on 1 April, on %s the office is reminded of %s days ahead', (today, ahead) => {
    expect(answerReminderOn('2026-04-01', today)).toBe(ahead)
  })

  it('a late answer is late, not impossible', () => {
    const late = complaint({ state: 'HANDLING' })
    expect(answerOf(late, answer(), '2026-07-01T02:00:00Z')).toMatchObject({ state: 'SUBSTANTIATED' })
    expect(answerClock(late, '2026-04-01')).toBe('RUNNING')
    expect(answerClock(late, '2026-04-02')).toBe('LATE')
    expect(answerClock(complaint({ state: 'NOT_ADMITTED' }), '2026-04-02')).toBe('DONE')
  })
})

describe('what an answer must hold', () => {
  const handling = complaint({ state: 'HANDLING' })
  it.each<[string, ComplaintCommand, string]>([
    ['words for the complainant', answer({ answer: '  ' }), 'REASONS_REQUIRED'],
    ['a finding for the party concerned', answer({ finding: '' }), 'REASONS_REQUIRED'],
    ['somebody whom it counts against', answer({ hasSubject: false }), 'SUBJECT_NOT_RECOGNISED'],
    ['a case needs a party, too', answer({ hasSubject: false, consequence: 'CASE' }), 'SUBJECT_NOT_RECOGNISED'],
    ['what is true of a known firm counts', answer({ consequence: 'NONE' }), 'CONSEQUENCE_UNFIT'],
    ['what is untrue counts for nothing', answer({ isSubstantiated: false }), 'CONSEQUENCE_UNFIT'],
  ])('%s', (_name, command, code) => expect(answerOf(handling, command)).toMatchObject({ code }))

  it('a public body has no credit record: the finding goes to its superiors', () => {
    expect(answerOf(handling, answer({ hasSubject: false, consequence: 'NONE' }))).toMatchObject({ state: 'SUBSTANTIATED' })
  })

  it('our own defaults say that they are ours', () => {
    const { networkKeptDays, mostFromOneNetwork } = ruleSet.parameters
    for (const { basis } of [networkKeptDays, mostFromOneNetwork]) {
      expect(basis.evidence).toBe('D')
      expect(basis.textEn).toContain('our own default')
    }
  })
})
