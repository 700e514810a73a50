import { describe, expect, it } from 'vitest'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { decideViolation } from './decide-violation.ts'
import { caseAfter, contextAt, firstDay, steps } from './violation-case.fixture.ts'
import { finalViolationStates, violationTransitions } from './violation-case.ts'
import type { ViolationCase } from './violation-case.ts'
import type { ViolationCommand } from './violation-command.ts'

const { report, open, investigate, notice, defend, waive, list, spare, close } = steps
const lastInstant = new Date(endOfShanghaiDay('2026-03-16').getTime() - 1)
const afterWindow = endOfShanghaiDay('2026-03-16')

function answer(state: ViolationCase | null, command: ViolationCommand, now = firstDay) {
  const decided = decideViolation(state, command, contextAt(now))
  return decided.ok ? decided.value : decided.refusal
}

describe('R5 procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(violationTransitions, 'REPORTED', finalViolationStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  it.each<[string, ViolationCommand[], string]>([
    ['reported', [report], 'REPORTED'],
    ['investigated', [report, investigate], 'INVESTIGATING'],
    ['closed without finding', [report, investigate, close], 'CLOSED_NO_FINDING'],
    ['noticed', [report, investigate, notice], 'NOTICED'],
    ['waived stays noticed', [report, investigate, notice, waive], 'NOTICED'],
    ['defended', [report, investigate, notice, defend], 'DEFENCE_FILED'],
    ['listed after the defence', [report, investigate, notice, defend, list], 'DECIDED_LISTED'],
    ['listed after a waiver', [report, investigate, notice, waive, list], 'DECIDED_LISTED'],
    ['not listed', [report, investigate, notice, defend, spare], 'DECIDED_NOT_LISTED'],
    ['broken commitments go the same way', [open, investigate, notice, defend, list], 'DECIDED_LISTED'],
  ])('%s', (_, commands, state) => {
    expect(caseAfter(...commands)?.state).toBe(state)
  })

  it.each<[string, ViolationCommand[], ViolationCommand]>([
    ['no notice before an investigation', [report], notice],
    ['no decision without notice', [report, investigate], list],
    ['no decision without notice, nor an acquittal', [report, investigate], spare],
    ['no silent closing once noticed', [report, investigate, notice], close],
    ['no defence before the notice', [report, investigate], defend],
    ['no second defence', [report, investigate, notice, defend], defend],
    ['no waiver after a defence', [report, investigate, notice, defend], waive],
    ['no second decision', [report, investigate, notice, defend, list], spare],
    ['no reopening', [report, investigate, close], investigate],
  ])('%s', (_, before, command) => {
    expect(answer(caseAfter(...before), command)).toMatchObject({ code: 'WRONG_STATE' })
  })

  it('starts once and needs a start', () => {
    expect(answer(caseAfter(report), report)).toEqual({ code: 'CASE_EXISTS' })
    expect(answer(null, investigate)).toEqual({ code: 'CASE_MISSING' })
  })
})

describe('R5 separation of duties', () => {
  it.each<[string, ViolationCommand[], ViolationCommand, object]>([
    ['the reporter may not investigate', [report], { ...investigate, actorId: 'wang' }, { code: 'SEPARATION_OF_DUTIES', is: 'REPORTER' }],
    [
      'only the investigator of the case serves its notice',
      [report, investigate],
      { ...notice, actorId: 'qian' },
      { code: 'NOT_INVESTIGATOR_OF_CASE' },
    ],
    [
      'only the investigator of the case closes it',
      [report, investigate],
      { ...close, actorId: 'zhao' },
      { code: 'NOT_INVESTIGATOR_OF_CASE' },
    ],
    [
      'the reporter may not decide',
      [report, investigate, notice, defend],
      { ...list, actorId: 'wang' },
      { code: 'SEPARATION_OF_DUTIES', is: 'REPORTER' },
    ],
    [
      'the investigator may not decide',
      [report, investigate, notice, defend],
      { ...list, actorId: 'li' },
      { code: 'SEPARATION_OF_DUTIES', is: 'INVESTIGATOR' },
    ],
    ['nor spare', [report, investigate, notice, defend], { ...spare, actorId: 'li' }, { code: 'SEPARATION_OF_DUTIES', is: 'INVESTIGATOR' }],
    [
      'broken commitments: the investigator may not decide',
      [open, investigate, notice, defend],
      { ...list, actorId: 'li' },
      { code: 'SEPARATION_OF_DUTIES', is: 'INVESTIGATOR' },
    ],
  ])('%s', (_, before, command, refusal) => {
    expect(answer(caseAfter(...before), command)).toEqual(refusal)
  })

  it('a violation is reported by a person, broken commitments by the system alone', () => {
    expect(answer(null, { ...report, reporterId: null })).toEqual({ code: 'REPORTER_REQUIRED' })
    expect(answer(null, { ...open, reporterId: 'wang' })).toEqual({ code: 'ONLY_SYSTEM_OPENS' })
  })
})

describe('R5 nobody is decided on unheard', () => {
  const noticed = caseAfter(report, investigate, notice)

  it('the window is 10 working days after the day of the notice', () => {
    expect(answer(caseAfter(report, investigate), notice)).toEqual({
      type: 'NOTICE_SERVED',
      servedAt: firstDay,
      defenceDueOn: '2026-03-16',
    })
  })

  it.each([
    ['the last instant of the window', lastInstant, { code: 'DEFENCE_WINDOW_OPEN', defenceDueOn: '2026-03-16' }],
    ['24:00 Asia/Shanghai of its last day', afterWindow, { type: 'LISTING_DECIDED' }],
  ])('decision at %s', (_, now, expected) => {
    expect(answer(noticed, list, now)).toMatchObject(expected)
  })

  it.each([
    ['the last instant of the window', lastInstant, { type: 'DEFENCE_FILED' }],
    ['24:00 Asia/Shanghai of its last day', afterWindow, { code: 'DEFENCE_WINDOW_OVER', defenceDueOn: '2026-03-16' }],
  ])('defence at %s', (_, now, expected) => {
    expect(answer(noticed, defend, now)).toMatchObject(expected)
  })

  it('a second waiver is refused', () => {
    expect(answer(caseAfter(report, investigate, notice, waive), waive)).toEqual({ code: 'DEFENCE_WAIVED_BEFORE' })
  })

  it('a window into a year without calendar fails loudly', () => {
    expect(answer(caseAfter(report, investigate), notice, new Date('2026-12-28T02:00:00Z'))).toEqual({
      code: 'CALENDAR_NOT_LOADED',
      year: 2027,
    })
  })
})

describe('R5 documents are complete', () => {
  it.each<[string, ViolationCommand[], ViolationCommand, string[]]>([
    ['report', [], { ...report, facts: ' ' }, ['facts']],
    ['opening', [], { ...open, breachIds: [] }, ['breachIds']],
    [
      'notice',
      [report, investigate],
      { ...notice, facts: '', basis: '', intendedMeasure: '', rightToDefend: '' },
      ['facts', 'basis', 'intendedMeasure', 'rightToDefend'],
    ],
    ['defence', [report, investigate, notice], { ...defend, statement: '' }, ['statement']],
    ['waiver in writing', [report, investigate, notice], { ...waive, writtenWaiver: '' }, ['writtenWaiver']],
    ['decision', [report, investigate, notice, defend], { ...list, basis: '', reasons: '\n' }, ['basis', 'reasons']],
    ['closing', [report, investigate], { ...close, reasons: '' }, ['reasons']],
  ])('%s', (_, before, command, missing) => {
    expect(answer(before.length > 0 ? caseAfter(...before) : null, command)).toEqual({ code: 'INCOMPLETE', missing })
  })
})

describe('R5 decision', () => {
  const heard = caseAfter(report, investigate, notice, defend)

  it('lists from its day on, inside the publicity window, under a named version', () => {
    expect(answer(heard, list)).toEqual({
      type: 'LISTING_DECIDED',
      deciderId: 'zhao',
      decidedAt: firstDay,
      list: 'BLACKLIST',
      fromOn: '2026-03-02',
      untilOn: '2026-12-31',
      earliestRepairOn: '2026-06-02',
      countsUntilOn: '2027-03-02',
      ruleSetVersion: 'ZZ-LISTING-1',
    })
  })

  it.each([
    ['2026-06-01', 'PUBLICITY_TOO_SHORT'],
    ['2027-03-03', 'PUBLICITY_TOO_LONG'],
  ])('public until %s: %s', (publicUntilOn, code) => {
    expect(answer(heard, { ...list, publicUntilOn })).toMatchObject({ code })
  })

  it('000 二(二)9: only the four grave kinds lead to the blacklist', () => {
    const late = caseAfter({ ...report, category: 'CONTRACT_BREACH' }, investigate, notice, defend)
    expect(answer(late, list)).toMatchObject({ code: 'CATEGORY_NOT_LISTABLE', category: 'CONTRACT_BREACH' })
    expect(answer(late, spare)).toMatchObject({ type: 'NO_LISTING_DECIDED', isViolationFound: true, countsUntilOn: '2027-03-02' })
  })

  it('no violation found counts nowhere', () => {
    expect(answer(heard, { ...spare, isViolationFound: false })).toMatchObject({ countsUntilOn: null })
  })

  it('R1.5: broken commitments lead to the dishonesty list', () => {
    expect(answer(caseAfter(open, investigate, notice, defend), list)).toMatchObject({ type: 'LISTING_DECIDED', list: 'DISHONESTY' })
  })
})
