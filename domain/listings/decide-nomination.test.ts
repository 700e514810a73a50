import { describe, expect, it } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { decideNomination } from './decide-nomination.ts'
import { applyNominationEvent, finalNominationStates, nominationTransitions } from './red-list-nomination.ts'
import type { NominationCommand, RedListNomination } from './red-list-nomination.ts'
import { findingsBut, nomination, redListOn } from './red-list.fixture.ts'
import { decideRedListAnswer, decideRedListObjection, redListObjectionTransitions } from './red-list-objection.ts'

const monday = redListOn('2026-03-02T01:00:00Z')
const lastDay = redListOn('2026-03-11T15:59:59.999Z')
const dayAfter = redListOn('2026-03-11T16:00:00Z')

const nominate: NominationCommand = {
  type: 'NOMINATE',
  origin: 'AUTHORITY',
  actorId: 'nominator',
  findings: findingsBut('GRADE', 'REVIEWS'),
  reasons: '连续三年零差错',
  basis: '河南省社会信用条例',
  isOnRedList: false,
  hasOpenNomination: false,
}
const decision: NominationCommand = {
  type: 'DECIDE',
  actorId: 'decider',
  isListed: true,
  reasons: '公示无异议',
  findings: findingsBut(),
  openObjections: 0,
  upheldObjections: 0,
}
const codeOf = (state: RedListNomination | null, command: NominationCommand, at = monday) => {
  const decided = decideNomination(state, command, at)
  return decided.ok ? decided.value.type : decided.refusal.code
}

describe('R5 red list: the procedure', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    const sound = { unreachable: [], deadEnds: [], leavableFinals: [] }
    expect(faultsOf(nominationTransitions, 'NOMINATED', finalNominationStates)).toEqual(sound)
    expect(faultsOf(redListObjectionTransitions, 'FILED', ['UPHELD', 'REJECTED'])).toEqual(sound)
  })

  it('nominated, publicised for 7 working days from the next day on, listed', () => {
    const nominated = applyNominationEvent(null, made(decideNomination(null, nominate, monday)))
    expect(nominated).toMatchObject({ state: 'NOMINATED', nominatedById: 'nominator' })
    const started = made(
      decideNomination(nominated, { type: 'START_PUBLICITY', actorId: 'examiner', findings: findingsBut('GRADE') }, monday),
    )
    expect(started).toMatchObject({ publicFromOn: '2026-03-03', publicUntilOn: '2026-03-11' })
    const published = applyNominationEvent(nominated, started)
    const listed = made(decideNomination(published, decision, dayAfter))
    expect(listed).toMatchObject({ type: 'LISTING_DECIDED', fromOn: '2026-03-12', ruleSetVersion: 'ZZ-LISTING-1' })
    expect(applyNominationEvent(published, listed).state).toBe('LISTED')
  })
})

function made<T>(result: { ok: true; value: T } | { ok: false; refusal: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

describe('R6 red list: who may be nominated', () => {
  it.each<[string, Partial<typeof nominate>, string]>([
    ['an authority needs no grade and no reviews', {}, 'NOMINATED'],
    ['an authority’s nominee with a violation', { findings: findingsBut('NO_VIOLATION') }, 'CRITERIA_NOT_MET'],
    ['an authority’s nominee on another list', { findings: findingsBut('NOT_LISTED') }, 'CRITERIA_NOT_MET'],
    ['the criteria, all met', { origin: 'CRITERIA', actorId: null, findings: findingsBut() }, 'NOMINATED'],
    ['the criteria without the grade', { origin: 'CRITERIA', actorId: null, findings: findingsBut('GRADE') }, 'CRITERIA_NOT_MET'],
    ['the criteria with too few reviews', { origin: 'CRITERIA', actorId: null, findings: findingsBut('REVIEWS') }, 'CRITERIA_NOT_MET'],
    ['one who stands there already', { isOnRedList: true }, 'ON_RED_LIST_ALREADY'],
    ['one with an open nomination', { hasOpenNomination: true }, 'NOMINATION_EXISTS'],
    ['without reasons', { reasons: '  ' }, 'REASONS_REQUIRED'],
    ['without a basis', { basis: '' }, 'REASONS_REQUIRED'],
    ['an authority without a person who answers for it', { actorId: null }, 'NOMINATOR_REQUIRED'],
  ])('%s: %s → %s', (_, facts, expected) => {
    expect(codeOf(null, { ...nominate, ...facts } as NominationCommand)).toBe(expected)
  })
})

describe('R5 red list: no decision before its time, no two roles by one person', () => {
  it.each<[string, Partial<typeof decision>, Partial<RedListNomination>, string]>([
    ['by the nominator', { actorId: 'nominator' }, {}, 'NOMINATED_BY_YOU'],
    ['by the examiner', { actorId: 'examiner' }, {}, 'EXAMINED_BY_YOU'],
    ['with an objection unanswered', { openObjections: 1 }, {}, 'RED_LIST_OBJECTIONS_OPEN'],
    ['with an objection upheld', { upheldObjections: 1 }, {}, 'RED_LIST_OBJECTION_UPHELD'],
    ['with an objection upheld, not listing', { upheldObjections: 1, isListed: false }, {}, 'NO_LISTING_DECIDED'],
    ['a violation found meanwhile', { findings: findingsBut('NO_VIOLATION') }, {}, 'CRITERIA_NOT_MET'],
    ['a violation found meanwhile, not listing', { findings: findingsBut('NO_VIOLATION'), isListed: false }, {}, 'NO_LISTING_DECIDED'],
    ['without reasons', { reasons: ' ' }, {}, 'REASONS_REQUIRED'],
    ['without a publicity', {}, { state: 'NOMINATED', publicUntilOn: null }, 'STEP_FORBIDDEN'],
    ['twice', {}, { state: 'LISTED' }, 'STEP_FORBIDDEN'],
    ['found by the criteria: nobody nominated', {}, { origin: 'CRITERIA', nominatedById: null }, 'LISTING_DECIDED'],
  ])('decided %s → %s', (_, facts, state, expected) => {
    expect(codeOf(nomination(state), { ...decision, ...facts } as NominationCommand, dayAfter)).toBe(expected)
  })

  it('not on the last day of the publicity, from the first second after it', () => {
    expect(codeOf(nomination(), decision, lastDay)).toBe('RED_LIST_PUBLICITY_OPEN')
    expect(codeOf(nomination(), { ...decision, isListed: false }, lastDay)).toBe('RED_LIST_PUBLICITY_OPEN')
    expect(codeOf(nomination(), decision, dayAfter)).toBe('LISTING_DECIDED')
  })

  it.each<[NominationCommand, Partial<RedListNomination>, string]>([
    [{ type: 'START_PUBLICITY', actorId: 'nominator', findings: findingsBut() }, { state: 'NOMINATED' }, 'NOMINATED_BY_YOU'],
    [{ type: 'START_PUBLICITY', actorId: 'x', findings: findingsBut('NOT_LISTED') }, { state: 'NOMINATED' }, 'CRITERIA_NOT_MET'],
    [{ type: 'START_PUBLICITY', actorId: 'x', findings: findingsBut() }, {}, 'STEP_FORBIDDEN'],
    [{ type: 'TURN_DOWN', actorId: 'x', reasons: '材料不足' }, { state: 'NOMINATED' }, 'TURNED_DOWN'],
    [{ type: 'TURN_DOWN', actorId: 'nominator', reasons: '材料不足' }, { state: 'NOMINATED' }, 'NOMINATED_BY_YOU'],
    [{ type: 'TURN_DOWN', actorId: 'x', reasons: '' }, { state: 'NOMINATED' }, 'REASONS_REQUIRED'],
    [{ type: 'TURN_DOWN', actorId: 'x', reasons: '公示后不能径行退回' }, {}, 'STEP_FORBIDDEN'],
    [{ type: 'WITHDRAW', actorId: 'nominator', reasons: '情况有变' }, {}, 'WITHDRAWN'],
    [{ type: 'WITHDRAW', actorId: 'x', reasons: '情况有变' }, { origin: 'CRITERIA', nominatedById: null }, 'NOT_WITHDRAWABLE'],
    [{ type: 'WITHDRAW', actorId: 'nominator', reasons: '情况有变' }, { state: 'LISTED' }, 'STEP_FORBIDDEN'],
  ])('$0.type in $1.state → $2', (command, state, expected) => {
    expect(codeOf(nomination(state), command)).toBe(expected)
  })

  it('no step without a nomination', () => expect(codeOf(null, decision, dayAfter)).toBe('NOMINATION_MISSING'))
})

describe('R5 red list: objections', () => {
  it.each([
    ['2026-03-02T15:59:59Z', 'NOT_IN_PUBLICITY'],
    ['2026-03-02T16:00:00Z', '2026-03-10'],
    ['2026-03-11T15:59:59Z', '2026-03-18'],
    ['2026-03-11T16:00:00Z', 'NOT_IN_PUBLICITY'],
  ])('at %s: %s', (at, expected) => {
    const filed = decideRedListObjection(nomination(), redListOn(at))
    expect(filed.ok ? filed.value.answerDueOn : filed.refusal.code).toBe(expected)
  })

  it('nobody objects to what is not public', () => {
    const filed = decideRedListObjection(nomination({ state: 'NOT_LISTED' }), redListOn('2026-03-05T01:00:00Z'))
    expect(filed).toMatchObject({ ok: false, refusal: { code: 'NOT_IN_PUBLICITY' } })
  })

  it.each([
    ['FILED', 'examiner', '不属实', 'REJECTED'],
    ['FILED', 'nominator', '不属实', 'NOMINATED_BY_YOU'],
    ['FILED', 'objector', '不属实', 'OBJECTED_BY_YOU'],
    ['FILED', 'examiner', ' ', 'REASONS_REQUIRED'],
    ['UPHELD', 'examiner', '不属实', 'OBJECTION_DECIDED'],
    ['REJECTED', 'examiner', '不属实', 'OBJECTION_DECIDED'],
  ] as const)('%s, answered by the %s (%s): %s', (state, actorId, reasons, expected) => {
    const answer = { actorId, filedById: 'objector', nominatedById: 'nominator', outcome: 'REJECTED', reasons } as const
    const decided = decideRedListAnswer(state, answer)
    expect(decided.ok ? decided.value : decided.refusal.code).toBe(expected)
  })
})
