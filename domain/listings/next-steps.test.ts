import { describe, expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { nextSteps } from './next-steps.ts'
import type { ViolationCase } from './violation-case.ts'
import { violationCaseStates } from './violation-case.ts'
import { ZZ_LISTING_1 } from './zz-listing-1.ts'

const user = (userId: string, role: Role, subjectId: string | null = null): Viewer => ({
  ...anonymous,
  kind: 'USER',
  userId,
  subjectId,
  roles: [role],
})
const reporter = user('reporter', 'INVESTIGATOR')
const investigator = user('investigator', 'INVESTIGATOR')
const decider = user('decider', 'DECIDER')
const party = user('party', 'INTERMEDIARY', 'firm')
const facts = { concernedSubjectId: 'firm', reporterUserId: 'reporter', investigatorUserId: 'investigator' }
const base: ViolationCase = {
  kind: 'VIOLATION',
  state: 'NOTICED',
  severity: 'SERIOUS',
  category: 'FALSE_REPORT',
  reporterId: 'reporter',
  investigatorId: 'investigator',
  investigationDueOn: '2026-05-01',
  isInvestigationExtended: false,
  defenceDueOn: '2026-03-16',
  isDefenceWaived: false,
  hearing: null,
  decisionServedOn: null,
  appealDueOn: null,
}
const within = { now: new Date('2026-03-16T23:59:59+08:00'), isSuspended: false, ruleSet: ZZ_LISTING_1 }
const after = { now: new Date('2026-03-17T00:00:00+08:00'), isSuspended: false, ruleSet: ZZ_LISTING_1 }

const told = (state: Partial<ViolationCase>, viewer: Viewer, when: typeof within = within) =>
  Object.fromEntries(
    nextSteps({ ...base, ...state }, viewer, { ...facts, investigatorUserId: state.investigatorId ?? facts.investigatorUserId }, when).map(
      ({ step, obstacle }) => [step, obstacle?.code ?? 'MAY'],
    ),
  )

describe('R5 what a viewer may do next, or why not', () => {
  test('the reporter may not investigate, another investigator may', () => {
    const reported = { state: 'REPORTED', investigatorId: null, defenceDueOn: null } as const
    expect(told(reported, reporter)).toEqual({ START_INVESTIGATION: 'SEPARATION_OF_DUTIES' })
    expect(told(reported, investigator)).toEqual({ START_INVESTIGATION: 'MAY' })
    expect(told(reported, decider)).toEqual({ START_INVESTIGATION: 'ROLE_REQUIRED' })
  })

  test('only the investigator of the case serves the notice; the decider may suspend', () => {
    const investigating = { state: 'INVESTIGATING', defenceDueOn: null } as const
    expect(told(investigating, investigator)).toEqual({
      ...{ ADD_RECORD: 'MAY', ADD_EVIDENCE: 'MAY', JOIN_PARTY: 'MAY', EXTEND_INVESTIGATION: 'MAY' },
      ...{ SERVE_NOTICE: 'MAY', CLOSE_WITHOUT_FINDING: 'MAY', ORDER_SUSPENSION: 'ROLE_REQUIRED' },
    })
    expect(told({ ...investigating, isInvestigationExtended: true }, investigator)).not.toHaveProperty('EXTEND_INVESTIGATION')
    expect(told(investigating, user('other', 'INVESTIGATOR'))).toMatchObject({ SERVE_NOTICE: 'NOT_INVESTIGATOR_OF_CASE' })
    expect(told(investigating, decider)).toMatchObject({ SERVE_NOTICE: 'ROLE_REQUIRED', ORDER_SUSPENSION: 'MAY' })
  })

  test('to the last second of the window the party is heard, from the next on it is decided', () => {
    expect(told({}, party)).toMatchObject({ FILE_DEFENCE: 'MAY', WAIVE_DEFENCE: 'MAY', DECIDE: 'ROLE_REQUIRED' })
    expect(told({}, decider)).toMatchObject({ FILE_DEFENCE: 'PARTY_CONCERNED_ONLY', DECIDE: 'DEFENCE_WINDOW_OPEN' })
    expect(told({}, party, after)).toMatchObject({ FILE_DEFENCE: 'DEFENCE_WINDOW_OVER' })
    expect(told({}, decider, after)).toMatchObject({ DECIDE: 'MAY' })
    expect(told({ isDefenceWaived: true }, decider)).toMatchObject({ DECIDE: 'MAY' })
    expect(told({ isDefenceWaived: true }, party)).toMatchObject({ WAIVE_DEFENCE: 'DEFENCE_WAIVED_BEFORE' })
    expect(told({ state: 'DEFENCE_FILED' }, decider)).toMatchObject({ DECIDE: 'MAY' })
  })

  test('who reported or investigated never decides, nor does the party itself', () => {
    for (const userId of ['reporter', 'investigator']) {
      expect(told({}, user(userId, 'DECIDER'), after)).toMatchObject({ DECIDE: 'SEPARATION_OF_DUTIES' })
    }
    expect(told({}, user('decider', 'DECIDER', 'firm'), after)).toMatchObject({ DECIDE: 'OWN_CASE' })
  })

  test('a suspension can be lifted while it stands, and not ordered twice; broken commitments know none', () => {
    const suspended = { ...within, isSuspended: true }
    expect(told({}, decider, suspended)).toMatchObject({ LIFT_SUSPENSION: 'MAY' })
    expect(told({}, decider, suspended)).not.toHaveProperty('ORDER_SUSPENSION')
    expect(told({ kind: 'BROKEN_COMMITMENTS', category: null }, decider)).not.toHaveProperty('ORDER_SUSPENSION')
  })

  test('who has no account is served by an officer before anything runs; a decision, too', () => {
    const unserved = { defenceDueOn: null } as const
    expect(told(unserved, investigator)).toEqual({ RECORD_SERVICE: 'MAY', ORDER_SUSPENSION: 'ROLE_REQUIRED' })
    expect(told({ state: 'DECIDED_LISTED' }, decider)).toEqual({ RECORD_SERVICE: 'MAY' })
    expect(told({ state: 'DECIDED_LISTED', decisionServedOn: '2026-04-01' }, decider)).toEqual({})
  })

  test('a hearing is asked for by the party within the window, and conducted by nobody of the case', () => {
    expect(told({}, party)).toMatchObject({ REQUEST_HEARING: 'MAY' })
    expect(told({}, party, after)).not.toHaveProperty('REQUEST_HEARING')
    const requested = { hearing: { state: 'REQUESTED', presiderId: null, scheduledFor: null, isNoticeServed: false } } as const
    expect(told(requested, decider)).toMatchObject({ SCHEDULE_HEARING: 'MAY', DECIDE: 'HEARING_OPEN' })
    expect(told(requested, decider)).not.toHaveProperty('REFUSE_HEARING')
    expect(told({ ...requested, severity: 'MINOR' }, decider)).toMatchObject({ REFUSE_HEARING: 'MAY' })
    expect(told(requested, user('investigator', 'DECIDER'))).toMatchObject({ SCHEDULE_HEARING: 'SEPARATION_OF_DUTIES' })
    expect(told(requested, party)).toMatchObject({ WAIVE_HEARING: 'MAY', SCHEDULE_HEARING: 'ROLE_REQUIRED' })
  })

  test('it is held by its presider once its hour has come', () => {
    const scheduled = {
      hearing: { state: 'SCHEDULED', presiderId: 'decider', scheduledFor: new Date('2026-03-16T09:00:00+08:00'), isNoticeServed: true },
    } as const
    const before = { ...within, now: new Date('2026-03-16T08:59:59+08:00') }
    expect(told(scheduled, decider, before)).toMatchObject({ HOLD_HEARING: 'HEARING_NOT_BEGUN', SCHEDULE_HEARING: 'MAY' })
    expect(told(scheduled, decider)).toMatchObject({ HOLD_HEARING: 'MAY', WAIVE_HEARING: 'MAY' })
    expect(told(scheduled, user('other', 'DECIDER'))).toMatchObject({ HOLD_HEARING: 'NOT_PRESIDER_OF_HEARING' })
    expect(told({ hearing: { ...scheduled.hearing, state: 'HELD' } }, decider, after)).toMatchObject({ DECIDE: 'MAY' })
    expect(told(scheduled, investigator)).not.toHaveProperty('RECORD_SERVICE')
    const unserved = { hearing: { ...scheduled.hearing, isNoticeServed: false } }
    expect(told(unserved, investigator)).toMatchObject({ RECORD_SERVICE: 'MAY' })
    expect(told(unserved, decider)).toMatchObject({ HOLD_HEARING: 'MAY', WAIVE_HEARING: 'HEARING_NOTICE_NOT_SERVED' })
  })

  test.each(violationCaseStates)('%s waits for somebody, unless it is over and served', (state) => {
    const isOver = state === 'CLOSED_NO_FINDING'
    expect(Object.keys(told({ state }, decider)).length > 0).toBe(!isOver)
  })
})
