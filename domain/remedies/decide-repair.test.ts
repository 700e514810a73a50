import { describe, expect, it } from 'vitest'
import { endOfShanghaiDay, startOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { finalRepairStates, repairTransitions } from './credit-repair.ts'
import type { CreditRepair, RepairableEntry } from './credit-repair.ts'
import { applyRepairEvent, decideRepair, repairObstacle } from './decide-repair.ts'
import { noonOf, remedyContextAt, repairableEntry, repairSteps } from './remedies.fixture.ts'
import type { RepairCommand } from './repair-command.ts'
import { repairReadiness } from './repair-readiness.ts'

const { file, withdraw, grant, refuse, fell } = repairSteps
const filed: CreditRepair = { state: 'FILED', answerDueOn: '2026-07-24' }

function answer(state: CreditRepair | null, command: RepairCommand, facts: Partial<RepairableEntry> = {}, now = noonOf('2026-07-10')) {
  const decided = decideRepair(state, repairableEntry(facts), command, remedyContextAt(now))
  return decided.ok ? decided.value : decided.refusal
}

describe('R5 credit repair: the procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(repairTransitions, 'FILED', finalRepairStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  it.each<[RepairCommand, string]>([
    [grant, 'GRANTED'],
    [refuse, 'REFUSED'],
    [withdraw, 'WITHDRAWN'],
    [fell, 'WITHDRAWN'],
  ])('%j', (command, state) => {
    const decided = decideRepair(filed, repairableEntry(), command, remedyContextAt(noonOf('2026-07-10')))
    expect(decided.ok && applyRepairEvent(filed, decided.value).state).toBe(state)
    expect(answer({ ...filed, state: 'GRANTED' }, command)).toMatchObject({ code: 'STEP_FORBIDDEN', from: 'GRANTED' })
  })

  it('is applied for once, and first', () => {
    expect(answer(filed, file)).toEqual({ code: 'REPAIR_EXISTS' })
    expect(answer(null, grant)).toEqual({ code: 'REPAIR_MISSING' })
  })
})

describe('R5 clocks: document of 2026-04-10, general: earliest repair 2026-07-10, automatic end 2027-04-10', () => {
  it.each<[string, Date, object]>([
    [
      'the last instant of 2026-07-09',
      new Date(endOfShanghaiDay('2026-07-09').getTime() - 1),
      { code: 'REPAIR_TOO_EARLY', earliestRepairOn: '2026-07-10' },
    ],
    ['the first instant of 2026-07-10', startOfShanghaiDay('2026-07-10'), { type: 'REPAIR_FILED', answerDueOn: '2026-07-24' }],
  ])('applied for: %s', (_, now, expected) => expect(answer(null, file, {}, now)).toMatchObject(expected))

  it('granted on the first day, never a day before, whenever it was applied for', () => {
    expect(answer(filed, grant)).toMatchObject({ type: 'REPAIR_GRANTED' })
    expect(answer(filed, grant, {}, noonOf('2026-07-09'))).toMatchObject({ code: 'REPAIR_TOO_EARLY' })
  })

  it.each([
    ['2027-04-10', null],
    ['2027-04-11', { code: 'ENTRY_EXPIRED', untilOn: '2027-04-10' }],
  ])('the publicity ends by itself: on %s', (today, obstacle) => expect(repairObstacle(repairableEntry(), today)).toEqual(obstacle))

  it.each<[string, Partial<RepairableEntry>, string, object | null]>([
    ['minor: from the day of the document', { earliestRepairOn: '2026-04-10', untilOn: '2026-07-10' }, '2026-04-10', null],
    ['serious: not before a year', { earliestRepairOn: '2027-04-10', untilOn: '2029-04-10' }, '2027-04-09', { code: 'REPAIR_TOO_EARLY' }],
    ['serious: from a year on', { earliestRepairOn: '2027-04-10', untilOn: '2029-04-10' }, '2027-04-10', null],
    ['the red list knows none', { list: 'RED_LIST' }, '2026-07-10', { code: 'LIST_WITHOUT_REPAIR' }],
    ['annulled', { status: 'ANNULLED' }, '2026-07-10', { code: 'ENTRY_ENDED' }],
    ['repaired before', { status: 'REPAIRED' }, '2026-07-10', { code: 'ENTRY_ENDED' }],
    ['one at a time', { hasOpenRepair: true }, '2026-07-10', { code: 'REPAIR_OPEN' }],
  ])('%s', (_, facts, today, obstacle) => {
    const found = repairObstacle(repairableEntry(facts), today)
    if (obstacle === null) expect(found).toBeNull()
    else expect(found).toMatchObject(obstacle)
  })
})

describe('R5 credit repair: corrected, performed, committed in public', () => {
  it('the application says all three', () =>
    expect(answer(null, { ...file, correction: '', performance: ' ', commitment: '' })).toEqual({
      code: 'INCOMPLETE',
      missing: ['correction', 'performance', 'commitment'],
    }))

  it.each([
    [false, true, ['CORRECTED']],
    [true, false, ['PERFORMED']],
    [false, false, ['CORRECTED', 'PERFORMED']],
  ])('not granted: corrected %s, performed %s', (isCorrected, isPerformed, unmet) =>
    expect(answer(filed, { ...grant, isCorrected, isPerformed })).toEqual({ code: 'REPAIR_CONDITIONS_UNMET', unmet }),
  )

  it.each([
    ['wang', 'REPORTER'],
    ['li', 'INVESTIGATOR'],
  ])('%s, the %s, neither grants nor refuses', (actorId, is) => {
    for (const command of [grant, refuse]) expect(answer(filed, { ...command, actorId })).toEqual({ code: 'SEPARATION_OF_DUTIES', is })
  })

  it('what became of the entry meanwhile is asked again', () =>
    expect(answer(filed, grant, { status: 'ANNULLED' })).toEqual({ code: 'ENTRY_ENDED', status: 'ANNULLED' }))
})

describe("R5 the subject's own page: what is missing and from when", () => {
  it('before the least publicity: a day to wait for, three things to do', () =>
    expect(repairReadiness(repairableEntry(), '2026-07-09')).toEqual({
      obstacle: { code: 'REPAIR_TOO_EARLY', earliestRepairOn: '2026-07-10' },
      conditions: [
        { condition: 'MINIMUM_REACHED', state: 'BY_TIME', fromOn: '2026-07-10' },
        { condition: 'CORRECTED', state: 'BY_PARTY', fromOn: null },
        { condition: 'PERFORMED', state: 'BY_PARTY', fromOn: null },
        { condition: 'COMMITTED', state: 'BY_PARTY', fromOn: null },
      ],
      earliestOn: '2026-07-10',
      freeOn: '2027-04-11',
    }))

  it('from then on nothing is left but what the party does', () =>
    expect(repairReadiness(repairableEntry(), '2026-07-10')).toMatchObject({
      obstacle: null,
      conditions: [{ state: 'MET' }, { state: 'BY_PARTY' }, { state: 'BY_PARTY' }, { state: 'BY_PARTY' }],
    }))
})
