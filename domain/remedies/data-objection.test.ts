import { describe, expect, it } from 'vitest'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { correctableFields, dataTargets, fieldOf, otherRemedyFor } from './correctable-data.ts'
import type { ContestedRecord, CorrectableField } from './correctable-data.ts'
import { applyDataObjectionEvent, dataObjectionTransitions, decideDataObjection, finalDataObjectionStates } from './data-objection.ts'
import type { DataObjection, DataObjectionCommand } from './data-objection.ts'
import { noonOf, remedyContextAt } from './remedies.fixture.ts'

const monday = noonOf('2026-03-02')
const honour: ContestedRecord = { target: 'CREDIT_EVENT', sourceType: 'Complaint' }
const file = {
  type: 'FILE_DATA_OBJECTION',
  record: honour,
  field: 'points',
  proposed: '-1',
  statement: '扣分有误',
  hasOpenObjection: false,
} as const satisfies DataObjectionCommand
const ask: DataObjectionCommand = { type: 'ASK_SOURCE', actorId: 'zhou', reason: '须向来源单位核查' }
const uphold = { type: 'UPHOLD', actorId: 'zhou', reasons: '核实有误', corrected: '-1' } as const satisfies DataObjectionCommand
const reject: DataObjectionCommand = { type: 'REJECT', actorId: 'zhou', reasons: '信息无误' }
const filed: DataObjection = {
  state: 'FILED',
  filedOn: '2026-03-02',
  answerDueOn: '2026-03-05',
  isSourceAsked: false,
  field: 'points',
  recordedById: 'wu',
}

function answer(state: DataObjection | null, command: DataObjectionCommand, now = monday) {
  const decided = decideDataObjection(state, command, remedyContextAt(now))
  return decided.ok ? decided.value : decided.refusal
}

describe('R5 objection to data: the procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    const sound = { unreachable: [], deadEnds: [], leavableFinals: [] }
    expect(faultsOf(dataObjectionTransitions, 'FILED', finalDataObjectionStates)).toEqual(sound)
  })

  it.each([
    [uphold, 'UPHELD'],
    [reject, 'REJECTED'],
  ])('%j', (command, state) => {
    const decided = decideDataObjection(filed, command, remedyContextAt(monday))
    if (!decided.ok || decided.value.type === 'DATA_OBJECTED') throw new Error('refused')
    const after = applyDataObjectionEvent(filed, decided.value)
    expect(after.state).toBe(state)
    for (const again of [uphold, reject, ask]) expect(answer(after, again)).toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('is filed once, and first; one at a time on one record', () => {
    expect(answer(filed, file)).toEqual({ code: 'OBJECTION_EXISTS' })
    expect(answer(null, reject)).toEqual({ code: 'OBJECTION_MISSING' })
    expect(answer(null, { ...file, hasOpenObjection: true })).toEqual({ code: 'OBJECTION_OPEN' })
  })
})

describe('R5 objection to data: answered in 3 working days, 7 if the source must check (条例 art. 41)', () => {
  it.each([
    ['2026-03-02', '2026-03-05'],
    ['2026-03-06', '2026-03-11'],
    ['2026-09-30', '2026-10-10'],
  ])('filed on %s: by %s', (day, answerDueOn) => expect(answer(null, file, noonOf(day))).toMatchObject({ answerDueOn }))

  it('the 7 days run from the same start', () =>
    expect(answer(filed, ask)).toMatchObject({ type: 'SOURCE_ASKED', answerDueOn: '2026-03-11' }))

  it('the source is asked once, within the 3 days, with a reason', () => {
    expect(answer({ ...filed, isSourceAsked: true }, ask)).toEqual({ code: 'SOURCE_ASKED_BEFORE' })
    expect(answer(filed, ask, new Date(endOfShanghaiDay('2026-03-05').getTime() - 1))).toMatchObject({ type: 'SOURCE_ASKED' })
    expect(answer(filed, ask, endOfShanghaiDay('2026-03-05'))).toEqual({ code: 'ANSWER_OVERDUE', answerDueOn: '2026-03-05' })
    expect(answer(filed, { ...ask, reason: ' ' })).toEqual({ code: 'INCOMPLETE', missing: ['reason'] })
  })

  it('an answer that is late is still an answer', () =>
    expect(answer(filed, uphold, noonOf('2026-04-01'))).toMatchObject({ corrected: '-1' }))
})

describe('objection to data: by whom, with what', () => {
  it('nobody judges a record of their own', () => {
    for (const command of [ask, uphold, reject]) {
      expect(answer(filed, { ...command, actorId: 'wu' })).toEqual({ code: 'SEPARATION_OF_DUTIES', is: 'RECORDER' })
    }
  })

  it.each<[CorrectableField, string, boolean]>([
    ['points', '-3', true],
    ['points', '-0.5', true],
    ['points', '三', false],
    ['occurredOn', '2026-02-28', true],
    ['occurredOn', '2026-02-30', false],
    ['countsUntilOn', '明年', false],
    ['description', '任何文字', true],
  ])('%s can be %s: %s', (field, value, isFit) => {
    const expected = isFit ? { type: 'DATA_OBJECTED' } : { code: 'VALUE_INVALID', field }
    expect(answer(null, { ...file, field, proposed: value })).toMatchObject(expected)
    const upheld = isFit ? { type: 'OBJECTION_UPHELD' } : { code: 'VALUE_INVALID', field }
    expect(answer({ ...filed, field }, { ...uphold, corrected: value })).toMatchObject(upheld)
  })

  it('a field needs what shall stand there; a whole record is annulled, whatever is given', () => {
    expect(answer(null, { ...file, proposed: null })).toEqual({ code: 'INCOMPLETE', missing: ['proposed'] })
    expect(answer(filed, { ...uphold, corrected: null })).toEqual({ code: 'INCOMPLETE', missing: ['corrected'] })
    expect(answer({ ...filed, field: null }, uphold)).toMatchObject({ corrected: null })
  })
})

describe('objection to data: it goes round no other remedy', () => {
  it.each<[string, ContestedRecord, CorrectableField | null, string | null]>([
    ['points of a decision', { target: 'CREDIT_EVENT', sourceType: 'ViolationCase' }, 'points', 'APPEAL'],
    ['a decision as a whole', { target: 'CREDIT_EVENT', sourceType: 'ViolationCase' }, null, 'APPEAL'],
    ['a slip in what a decision says', { target: 'CREDIT_EVENT', sourceType: 'ViolationCase' }, 'description', null],
    ['a broken promise', { target: 'CREDIT_EVENT', sourceType: 'CommitmentBreach' }, null, 'BREACH_OBJECTION'],
    ['a complaint that never was', honour, null, null],
    ['an entry as a whole', { target: 'LIST_ENTRY', sourceType: 'ViolationCase' }, null, 'APPEAL'],
    ['a slip in the reasons of an entry', { target: 'LIST_ENTRY', sourceType: 'ViolationCase' }, 'reasons', null],
    ['a review', { target: 'REVIEW', sourceType: null }, null, null],
    ['a field of the register', { target: 'REGISTER_FIELD', sourceType: null }, 'address', null],
    ['the register as a whole', { target: 'REGISTER_FIELD', sourceType: null }, null, 'REGISTER_CHANGE'],
  ])('%s', (_, record, field, remedy) => {
    expect(otherRemedyFor(record, field)).toBe(remedy)
    if (remedy) expect(answer(null, { ...file, record, field })).toEqual({ code: 'OTHER_REMEDY', remedy })
  })

  it('a field is one of its target', () => {
    for (const target of dataTargets) for (const field of correctableFields[target]) expect(fieldOf(target, field)).toBe(field)
    expect(fieldOf('LIST_ENTRY', 'untilOn')).toBeNull()
    expect(fieldOf('REVIEW', 'points')).toBeNull()
  })
})
