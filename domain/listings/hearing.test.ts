import { describe, expect, it } from 'vitest'
import { faultsOf } from '#domain/kernel/transition-table.ts'
import { applyHearingEvent, decideHearing } from './decide-hearing.ts'
import { decideInvestigation } from './decide-investigation.ts'
import { decideService } from './decide-service.ts'
import { finalHearingStates, hearingTransitions } from './hearing.ts'
import { caseAfter, contextAt, firstDay, steps } from './violation-case.fixture.ts'
import type { ViolationCase } from './violation-case.ts'
import type { ViolationCommand } from './violation-command.ts'

const { report, investigate, notice, defend, list, spare } = steps

/** The case after these steps, which can't be none. */
function after(...commands: readonly ViolationCommand[]): ViolationCase {
  const state = caseAfter(...commands)
  if (!state) throw new Error('no case')
  return state
}

describe('R5 hearing', () => {
  it('every state is reachable, every open one leavable, no final one', () => {
    expect(faultsOf(hearingTransitions, 'REQUESTED', finalHearingStates)).toEqual({ unreachable: [], deadEnds: [], leavableFinals: [] })
  })

  it.each([
    ['before a notice', after(report, investigate), 'WRONG_STATE'],
    ['after the decision', after(report, investigate, notice, defend, spare), 'WRONG_STATE'],
    ['before the notice is served', after(report, investigate, { ...notice, isReachable: false }), 'NOTICE_NOT_SERVED'],
  ])('none is asked for %s', (_, state, code) => {
    const asked = decideHearing(state, { type: 'REQUEST_HEARING', requestedById: 'party', reasons: '请求' }, contextAt(firstDay))
    expect(asked).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('R5 the days that run from service exclude its own day', () => {
  const unserved = after(report, investigate, { ...notice, isReachable: false })
  const decided = after(report, investigate, notice, defend, list)
  it.each([
    // 2026-03-02 is a Monday; 15 to 23 February are the Spring Festival; 28 February is worked.
    ['NOTICE', '2026-03-02', '2026-03-16', unserved],
    ['NOTICE', '2026-02-13', '2026-03-05', unserved],
    ['NOTICE', '2026-02-14', '2026-03-06', unserved],
    ['DECISION', '2026-03-02', '2026-03-16', decided],
    ['DECISION', '2026-04-30', '2026-05-18', decided],
  ] as const)('%s served on %s: until %s', (document, servedOn, dueOn, state) => {
    const served = decideService(state, { document, servedOn }, contextAt(firstDay))
    expect(served).toMatchObject({ ok: true, value: document === 'NOTICE' ? { defenceDueOn: dueOn } : { appealDueOn: dueOn } })
  })

  it('nothing runs twice, and nothing without its document', () => {
    const ask = (state: ViolationCase, document: 'NOTICE' | 'DECISION') =>
      decideService(state, { document, servedOn: '2026-03-02' }, contextAt(firstDay))
    expect(ask(after(report, investigate, notice), 'NOTICE')).toMatchObject({ refusal: { code: 'SERVED_BEFORE' } })
    expect(ask(after(report, investigate), 'NOTICE')).toMatchObject({ refusal: { code: 'WRONG_STATE' } })
    expect(ask(after(report, investigate, notice), 'DECISION')).toMatchObject({ refusal: { code: 'WRONG_STATE' } })
  })
})

describe('R5 the notice of a hearing on a party without an account', () => {
  const requested: ViolationCase = {
    ...after(report, investigate, notice),
    hearing: { state: 'REQUESTED', presiderId: null, scheduledFor: null, isNoticeServed: false },
  }
  const callDay = new Date('2026-03-02T09:00:00+08:00')
  const call = { type: 'SCHEDULE_HEARING', actorId: 'presider', scheduledFor: new Date('2026-03-12T09:00:00+08:00'), place: '301' } as const
  const called = (isReachable: boolean): ViolationCase => {
    const event = decideHearing(requested, { ...call, isReachable }, contextAt(callDay))
    if (!event.ok) throw new Error(event.refusal.code)
    return applyHearingEvent(requested, event.value)
  }
  const serveOn = (state: ViolationCase, servedOn: string) =>
    decideService(state, { document: 'HEARING_NOTICE', servedOn }, contextAt(callDay))

  it('is served as many working days ahead as the rules say, else the hearing needs another day', () => {
    expect(serveOn(called(false), '2026-03-02')).toMatchObject({ ok: true, value: { type: 'HEARING_NOTICE_SERVED', on: '2026-03-12' } })
    expect(serveOn(called(false), '2026-03-03')).toMatchObject({ refusal: { code: 'HEARING_TOO_SOON', afterOn: '2026-03-12' } })
    expect(serveOn(called(true), '2026-03-02')).toMatchObject({ refusal: { code: 'SERVED_BEFORE' } })
    expect(serveOn(requested, '2026-03-02')).toMatchObject({ refusal: { code: 'WRONG_HEARING_STATE' } })
  })

  it('nobody stays away from a hearing of which it was not told; it may come all the same', () => {
    const stayedAway = { type: 'WAIVE_HEARING', actorId: 'presider', by: 'PRESIDER', statement: '未到场' } as const
    const held = { type: 'HOLD_HEARING', actorId: 'presider', attendees: '各方', record: '笔录' } as const
    const then = contextAt(new Date('2026-03-12T10:00:00+08:00'))
    expect(decideHearing(called(false), stayedAway, then)).toMatchObject({ refusal: { code: 'HEARING_NOTICE_NOT_SERVED' } })
    expect(decideHearing(called(true), stayedAway, then)).toMatchObject({ ok: true })
    expect(decideHearing(called(false), held, then)).toMatchObject({ ok: true })
  })
})

describe('R5 investigation', () => {
  const state = after(report, investigate)
  it('lasts 60 days from its start, once 30 more, asked for before they are over', () => {
    expect(state.investigationDueOn).toBe('2026-05-01')
    const extend = (of: ViolationCase, at: string) =>
      decideInvestigation(of, { type: 'EXTEND_INVESTIGATION', actorId: 'li', reasons: '鉴定' }, contextAt(new Date(at)))
    expect(extend(state, '2026-05-01T15:59:59Z')).toMatchObject({ ok: true, value: { investigationDueOn: '2026-05-31' } })
    expect(extend(state, '2026-05-01T16:00:00Z')).toMatchObject({ refusal: { code: 'INVESTIGATION_OVERDUE' } })
    const extended = { ...state, investigationDueOn: '2026-05-31', isInvestigationExtended: true }
    expect(extend(extended, '2026-05-02T00:00:00Z')).toMatchObject({ refusal: { code: 'INVESTIGATION_EXTENDED_BEFORE' } })
  })

  it('broken commitments know no joinder', () => {
    const broken = after(steps.open, investigate)
    const join = {
      type: 'JOIN_PARTY',
      actorId: 'li',
      subjectId: 'x',
      partySubjectIds: [],
      severity: 'GENERAL',
      category: 'FALSE_REPORT',
    } as const
    expect(decideInvestigation(broken, join, contextAt(firstDay))).toMatchObject({ refusal: { code: 'NOT_JOINABLE' } })
  })
})
