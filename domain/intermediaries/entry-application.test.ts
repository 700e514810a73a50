import { describe, expect, it, test } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { ruleSetOn } from '#domain/kernel/rule-set.ts'
import { calendarOf2026 } from '#domain/kernel/notice-2026.fixture.ts'
import {
  decideCheck,
  decideObjectionAnswer,
  decideObjectionFiling,
  decideSubmission,
  entryTransitions,
  finalEntryStates,
  isDueForListing,
  isEditable,
} from './entry-application.ts'
import type { EntryContext, EntryState } from './entry-application.ts'
import type { EntryFinding } from './entry-findings.ts'
import { entryRuleSets } from './entry-rule-set.ts'

const [ruleSet] = entryRuleSets
const at = (instant: string): EntryContext => ({ now: new Date(instant), calendar: calendarOf2026, ruleSet: ruleSet! })
const nine = (day: string) => at(`${day}T01:00:00Z`)
const answer = <T, R>(result: { ok: true; value: T } | { ok: false; refusal: R }) => (result.ok ? result.value : result.refusal)
const finding = (level: EntryFinding['level'], code = level as string): EntryFinding => ({ level, code, step: 'identity', facts: {} })

describe('R3 entry: the procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(entryTransitions, 'DRAFT', finalEntryStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  test.each<[EntryState, boolean]>([
    ['DRAFT', true],
    ['RETURNED', true],
    ['SUBMITTED', false],
    ['PUBLICITY', false],
    ['LISTED', false],
  ])('%s: the applicant may edit: %s', (state, expected) => expect(isEditable(state)).toBe(expected))

  it('the rules of the day carry a version, and say which of them are our own', () => {
    const rules = answer(ruleSetOn(entryRuleSets, '2026-11-20'))
    expect(rules).toMatchObject({ version: 'ZZ-ENTRY-1' })
    const { parameters } = ruleSet!
    expect(parameters.checkWorkingDays).toMatchObject({ value: 2, basis: { evidence: 'E' } })
    expect(parameters.publicityWorkingDays).toMatchObject({ value: 3, basis: { evidence: 'D' } })
    expect(parameters.objectionAnswerWorkingDays).toMatchObject({ value: 3, basis: { evidence: 'D' } })
    for (const { basis } of [parameters.publicityWorkingDays, parameters.statements]) expect(basis.textZh).toContain('平台默认参数')
  })
})

describe('湖南 (E): the form check takes 2 working days', () => {
  test.each([
    ['Monday', '2026-11-23', '2026-11-25'],
    ['Friday, over the weekend', '2026-11-20', '2026-11-24'],
    ['the day before National Day', '2026-09-30', '2026-10-09'],
    ['Friday before the Saturday worked in exchange for National Day', '2026-10-09', '2026-10-12'],
    ['amid the holiday', '2026-10-03', '2026-10-09'],
  ])('submitted on %s', (_, on, checkDueOn) => expect(answer(decideSubmission('DRAFT', [], nine(on)))).toMatchObject({ checkDueOn }))

  it('a day is Shanghai’s: 23:59 counts for that day, midnight for the next', () => {
    expect(answer(decideSubmission('DRAFT', [], at('2026-11-23T15:59:59Z')))).toMatchObject({ checkDueOn: '2026-11-25' })
    expect(answer(decideSubmission('DRAFT', [], at('2026-11-23T16:00:00Z')))).toMatchObject({ checkDueOn: '2026-11-26' })
  })

  it('fails loudly at the end of the calendar', () =>
    expect(answer(decideSubmission('DRAFT', [], nine('2026-12-31')))).toEqual({ code: 'CALENDAR_NOT_LOADED', year: 2027 }))

  it('what is missing is told by its steps, each once', () => {
    const problems = (['identity', 'offerings', 'identity'] as const).map((step) => ({ step, path: '', code: 'REQUIRED', facts: {} }))
    expect(answer(decideSubmission('DRAFT', problems, nine('2026-11-23')))).toEqual({
      code: 'ENTRY_INCOMPLETE',
      steps: ['identity', 'offerings'],
    })
  })

  test.each<EntryState>(['SUBMITTED', 'PUBLICITY', 'LISTED', 'REFUSED', 'WITHDRAWN'])(
    '%s is not submitted again by its applicant',
    (state) =>
      expect(answer(decideSubmission(state, [], nine('2026-11-23')))).toEqual({ code: 'STEP_FORBIDDEN', from: state, to: 'SUBMITTED' }),
  )
})

describe('R3, R8: the form check', () => {
  const pass = { outcome: 'PASS', reasons: '', isUsccOverrideAccepted: false } as const
  const monday = nine('2026-11-23')

  it('passed: publicity from the next day for 3 working days (D)', () =>
    expect(answer(decideCheck('SUBMITTED', pass, [finding('NOTE')], monday))).toEqual({
      state: 'PUBLICITY',
      publicityFromOn: '2026-11-24',
      publicityUntilOn: '2026-11-26',
    }))

  test.each([
    ['over the weekend', '2026-11-20', '2026-11-21', '2026-11-25'],
    ['over National Day', '2026-09-30', '2026-10-01', '2026-10-10'],
  ])('publicity %s', (_, on, publicityFromOn, publicityUntilOn) =>
    expect(answer(decideCheck('SUBMITTED', pass, [], nine(on)))).toMatchObject({ publicityFromOn, publicityUntilOn }),
  )

  it('nobody is passed whom the register would refuse', () =>
    expect(answer(decideCheck('SUBMITTED', pass, [finding('BLOCKS', 'A'), finding('BLOCKS', 'A'), finding('NOTE', 'B')], monday))).toEqual({
      code: 'ENTRY_HAS_FINDINGS',
      findings: ['A'],
    }))

  it('R8: a wrong check character passes only when expressly reviewed', () => {
    const asked = [finding('REVIEW', 'USCC_OVERRIDE_ASKED')]
    expect(answer(decideCheck('SUBMITTED', pass, asked, monday))).toEqual({ code: 'USCC_OVERRIDE_UNREVIEWED' })
    expect(answer(decideCheck('SUBMITTED', { ...pass, isUsccOverrideAccepted: true }, asked, monday))).toMatchObject({ state: 'PUBLICITY' })
  })

  test.each([
    ['RETURN', 'RETURNED'],
    ['REFUSE', 'REFUSED'],
  ] as const)('%s: with reasons only, whatever was found', (outcome, state) => {
    const check = { outcome, isUsccOverrideAccepted: false }
    expect(answer(decideCheck('SUBMITTED', { ...check, reasons: ' ' }, [], monday))).toEqual({ code: 'REASONS_REQUIRED' })
    expect(answer(decideCheck('SUBMITTED', { ...check, reasons: '证书号不符' }, [finding('BLOCKS')], monday))).toEqual({ state })
  })

  test.each<EntryState>(['DRAFT', 'RETURNED', 'PUBLICITY', 'LISTED', 'REFUSED', 'WITHDRAWN'])('%s is not checked', (state) => {
    expect(answer(decideCheck(state, pass, [], monday))).toMatchObject({ code: 'STEP_FORBIDDEN' })
    expect(answer(decideCheck(state, { ...pass, outcome: 'REFUSE', reasons: 'x' }, [], monday))).toMatchObject({ code: 'STEP_FORBIDDEN' })
  })
})

describe('objections during publicity', () => {
  const entry = { state: 'PUBLICITY', publicityFromOn: '2026-11-24', publicityUntilOn: '2026-11-26' } as const
  test.each([
    ['the day before', '2026-11-23T15:59:59Z', { code: 'NOT_IN_PUBLICITY' }],
    ['its first instant', '2026-11-23T16:00:00Z', { answerDueOn: '2026-11-27' }],
    ['its last instant', '2026-11-26T15:59:59Z', { answerDueOn: '2026-12-01' }],
    ['24:00 of its last day', '2026-11-26T16:00:00Z', { code: 'NOT_IN_PUBLICITY' }],
  ])('filed at %s', (_, instant, expected) => expect(answer(decideObjectionFiling(entry, at(instant)))).toMatchObject(expected))

  test.each<EntryState>(['SUBMITTED', 'RETURNED', 'LISTED'])('%s is not in publicity', (state) =>
    expect(answer(decideObjectionFiling({ ...entry, state }, nine('2026-11-25')))).toMatchObject({ code: 'NOT_IN_PUBLICITY' }),
  )

  const said = { outcome: 'UPHELD', consequence: 'RETURN', answer: '属实' } as const
  test.each<[string, EntryState, Parameters<typeof decideObjectionAnswer>[2], unknown]>([
    ['upheld, returned', 'PUBLICITY', said, 'RETURNED'],
    ['upheld, refused', 'PUBLICITY', { ...said, consequence: 'REFUSE' }, 'REFUSED'],
    ['upheld without a consequence', 'PUBLICITY', { ...said, consequence: null }, { code: 'CONSEQUENCE_REQUIRED' }],
    ['dismissed, the application stays', 'PUBLICITY', { ...said, outcome: 'DISMISSED' }, null],
    ['nobody is answered without reasons', 'PUBLICITY', { ...said, answer: '\n' }, { code: 'REASONS_REQUIRED' }],
    ['upheld after the application was withdrawn: answered, nothing else', 'WITHDRAWN', said, null],
  ])('%s', (_, state, given, expected) => expect(answer(decideObjectionAnswer(state, true, given))).toEqual(expected))

  it('is answered once', () => expect(answer(decideObjectionAnswer('PUBLICITY', false, said))).toEqual({ code: 'OBJECTION_DECIDED' }))

  test.each<[string, number, EntryState, string, boolean]>([
    ['on the last day', 0, 'PUBLICITY', '2026-11-26', false],
    ['the day after', 0, 'PUBLICITY', '2026-11-27', true],
    ['with an objection open', 1, 'PUBLICITY', '2026-12-31', false],
    ['returned meanwhile', 0, 'RETURNED', '2026-12-31', false],
  ])('listing %s', (_, open, state, day, expected) => expect(isDueForListing({ ...entry, state }, open, day)).toBe(expected))
})
