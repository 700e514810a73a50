import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { commitmentStates, commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { decideUntrue } from './decide-untrue.ts'
import type { UntrueContext } from './decide-untrue.ts'
import { finalUntrueStates, untrueTransitions } from './untrue-finding.ts'
import type { UntrueCommand, UntrueFinding } from './untrue-finding.ts'
import { verificationRuleSetOn } from './verification-rule-set.ts'
import { finalVerificationStates, verificationTransitions } from './verification-task.ts'

const rules = verificationRuleSetOn('2026-03-02')
if (!rules.ok) throw new Error('no rules in force')
const ruleSet = rules.value

// Monday; ten working days on is Monday the 16th.
const noticedAt = new Date('2026-03-02T02:00:00Z')
const dueOn = '2026-03-16'
const inWindow = new Date(endOfShanghaiDay(dueOn).getTime() - 1)
const after = endOfShanghaiDay(dueOn)
const at = (now: Date, more: Partial<UntrueContext> = {}): UntrueContext => ({
  commitmentState: 'PENDING',
  calendar: calendarOf2026,
  ruleSet,
  now,
  ...more,
})

const notify: UntrueCommand = { type: 'NOTIFY', facts: '证明系伪造', basis: '容缺办理承诺书', servedOn: '2026-03-02' }
const defend: UntrueCommand = { type: 'DEFEND', statement: '原件在档案馆' }
const find = { type: 'DECIDE', actorId: 'manager', outcome: 'FOUND', reasons: '查证属实' } as const
const spare = { ...find, outcome: 'NOT_FOUND' } as const

const noticed: UntrueFinding = { state: 'NOTICED', proposedById: 'checker', officerId: 'officer', defenceDueOn: dueOn }
const defended: UntrueFinding = { ...noticed, state: 'DEFENCE_FILED' }
const answer = (finding: UntrueFinding | null, command: UntrueCommand, context: UntrueContext) => {
  const decided = decideUntrue(finding, command, context)
  return decided.ok ? decided.value : decided.refusal
}

describe('the procedures are sound', () => {
  it('findings', () =>
    expect(faultsOf(untrueTransitions, 'NOTICED', finalUntrueStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] }))
  it('tasks', () =>
    expect(faultsOf(verificationTransitions, 'OPEN', finalVerificationStates)).toEqual({
      unreachable: [],
      deadEnds: [],
      leavableFinals: [],
    }))
})

describe('R1.4: a promise is found untrue by procedure', () => {
  it('the notice opens a window of ten working days', () =>
    expect(answer(null, notify, at(noticedAt))).toEqual({
      type: 'NOTICED',
      state: 'NOTICED',
      defenceDueOn: dueOn,
      ruleSetVersion: 'ZZ-VERIFICATION-1',
    }))

  it('the National Day week is no time to answer in', () =>
    expect(answer(null, { ...notify, servedOn: '2026-09-24' }, at(noticedAt))).toMatchObject({ defenceDueOn: '2026-10-15' }))

  it('a year without calendar is said, not guessed', () =>
    expect(answer(null, { ...notify, servedOn: '2026-12-25' }, at(noticedAt))).toEqual({ code: 'CALENDAR_NOT_LOADED', year: 2027 }))

  test.each(commitmentStates)('a promise that is %s', (state) => {
    const isOpenToDoubt = commitmentTransitions[state].includes('UNTRUE')
    expect(answer(null, notify, at(noticedAt, { commitmentState: state }))).toMatchObject(
      isOpenToDoubt ? { state: 'NOTICED' } : { code: 'COMMITMENT_CLOSED', state },
    )
    expect(answer(defended, find, at(after, { commitmentState: state }))).toMatchObject(
      isOpenToDoubt ? { state: 'FOUND' } : { code: 'COMMITMENT_CLOSED', state },
    )
    // The party gets its answer all the same.
    expect(answer(defended, spare, at(after, { commitmentState: state }))).toMatchObject({ state: 'NOT_FOUND' })
  })

  test.each<[string, UntrueFinding | null, UntrueCommand, Date, object]>([
    ['one at a time', noticed, notify, noticedAt, { code: 'FINDING_OPEN' }],
    ['none without a notice', null, find, after, { code: 'FINDING_MISSING' }],
    ['no defence without a notice', null, defend, noticedAt, { code: 'FINDING_MISSING' }],
    [
      'a notice says facts and basis',
      null,
      { ...notify, facts: ' ', basis: '' },
      noticedAt,
      { code: 'INCOMPLETE', missing: ['facts', 'basis'] },
    ],
    ['a defence to the last instant of the last day', noticed, defend, inWindow, { state: 'DEFENCE_FILED' }],
    ['no defence after it', noticed, defend, after, { code: 'DEFENCE_WINDOW_OVER', defenceDueOn: dueOn }],
    ['an empty defence is none', noticed, { ...defend, statement: '  ' }, inWindow, { code: 'INCOMPLETE', missing: ['statement'] }],
    ['one defence', defended, defend, inWindow, { code: 'WRONG_STATE', state: 'DEFENCE_FILED' }],
    [
      'nobody unheard: not in the last instant of the window',
      noticed,
      find,
      inWindow,
      { code: 'DEFENCE_WINDOW_OPEN', defenceDueOn: dueOn },
    ],
    ['nor spared before the window is over', noticed, spare, inWindow, { code: 'DEFENCE_WINDOW_OPEN', defenceDueOn: dueOn }],
    ['decided once the window is over', noticed, find, after, { state: 'FOUND' }],
    ['decided once the party has spoken', defended, find, inWindow, { state: 'FOUND' }],
    ['with reasons', defended, { ...find, reasons: '' }, after, { code: 'INCOMPLETE', missing: ['reasons'] }],
    ['who proposed does not decide', defended, { ...find, actorId: 'checker' }, after, { code: 'SEPARATION_OF_DUTIES', is: 'PROPOSER' }],
    ['nor spare', defended, { ...spare, actorId: 'checker' }, after, { code: 'SEPARATION_OF_DUTIES', is: 'PROPOSER' }],
    [
      'the officer of the case never decides',
      defended,
      { ...find, actorId: 'officer' },
      after,
      { code: 'SEPARATION_OF_DUTIES', is: 'OFFICER' },
    ],
    ['no second decision', { ...noticed, state: 'FOUND' }, spare, after, { code: 'WRONG_STATE', state: 'FOUND' }],
    ['nor a worse one', { ...noticed, state: 'NOT_FOUND' }, find, after, { code: 'WRONG_STATE', state: 'NOT_FOUND' }],
  ])('%s', (_, finding, command, now, expected) => expect(answer(finding, command, at(now))).toMatchObject(expected))

  it('whatever is tried in whatever order, nobody is decided on unheard, by the proposer or by the officer', () => {
    const people = fc.constantFrom('checker', 'officer', 'manager')
    const command: fc.Arbitrary<UntrueCommand> = fc.oneof(
      fc.constant(notify),
      fc.constant(defend),
      fc.record({
        type: fc.constant('DECIDE' as const),
        actorId: people,
        outcome: fc.constantFrom('FOUND' as const, 'NOT_FOUND' as const),
        reasons: fc.constantFrom('', '查证'),
      }),
    )
    const tried = fc.array(fc.record({ command, hoursLater: fc.integer({ min: 0, max: 120 }) }), { maxLength: 30 })
    fc.assert(
      fc.property(tried, (steps) => {
        let finding = null as UntrueFinding | null
        let now = noticedAt
        for (const { command: step, hoursLater } of steps) {
          now = new Date(now.getTime() + hoursLater * 3_600_000)
          const decided = decideUntrue(finding, step, at(now))
          if (!decided.ok) continue
          const { value } = decided
          if (value.type === 'NOTICED') finding = { ...noticed, defenceDueOn: value.defenceDueOn }
          else if (finding) {
            expect(untrueTransitions[finding.state]).toContain(value.state)
            if (value.type === 'DECIDED') {
              expect(finding.state === 'DEFENCE_FILED' || now >= endOfShanghaiDay(finding.defenceDueOn)).toBe(true)
              expect(step).toMatchObject({ actorId: 'manager', reasons: '查证' })
            }
            finding = { ...finding, state: value.state }
          }
        }
      }),
    )
  })
})
