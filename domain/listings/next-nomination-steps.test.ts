import { describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import { nextNominationSteps } from './next-nomination-steps.ts'
import { nomination } from './red-list.fixture.ts'
import type { RedListNomination } from './red-list-nomination.ts'

const person = (userId: string, roles: readonly Role[], more: Partial<Viewer> = {}): Viewer => ({
  ...{ kind: 'USER', userId, name: null, organisationId: 'authority', subjectId: null, roles },
  ...more,
})
const steps = (viewer: Viewer, state: Partial<RedListNomination>, today = '2026-03-12', openObjections = 0) =>
  nextNominationSteps(
    nomination(state),
    viewer,
    { organisationId: 'authority', concernedSubjectId: 'nominee', reporterUserId: 'nominator', investigatorUserId: 'examiner' },
    { today, openObjections },
  ).map(({ step, obstacle }) => (obstacle ? `${step}: ${obstacle.code}` : step))

const examiner = person('examiner', ['REFORM_OFFICE'])
const decider = person('decider', ['DECIDER'])

describe('R5 red list: the next lawful steps only', () => {
  it.each<[string, Viewer, Partial<RedListNomination>, string, number, readonly string[]]>([
    ['the office examines', examiner, { state: 'NOMINATED' }, '2026-03-02', 0, ['START_PUBLICITY', 'TURN_DOWN']],
    ['the decider waits', decider, { state: 'NOMINATED' }, '2026-03-02', 0, []],
    ['publicity runs', decider, {}, '2026-03-11', 0, ['DECIDE: RED_LIST_PUBLICITY_OPEN']],
    ['publicity is over', decider, {}, '2026-03-12', 0, ['DECIDE']],
    ['an objection waits', decider, {}, '2026-03-12', 1, ['DECIDE: RED_LIST_OBJECTIONS_OPEN']],
    ['the office answers', examiner, {}, '2026-03-05', 1, ['ANSWER_OBJECTIONS']],
    ['an answer is owed after the end, too', examiner, { state: 'WITHDRAWN' }, '2026-03-12', 1, ['ANSWER_OBJECTIONS']],
    ['who examined doesn’t decide', person('examiner', ['DECIDER']), {}, '2026-03-12', 0, ['DECIDE: EXAMINED_BY_YOU']],
    ['who nominated doesn’t decide', person('nominator', ['DECIDER']), {}, '2026-03-12', 0, ['DECIDE: NOMINATED_BY_YOU']],
    ['nobody decides on the own firm', person('x', ['DECIDER'], { subjectId: 'nominee' }), {}, '2026-03-12', 0, ['DECIDE: OWN_CASE']],
    ['the authority takes it back', person('nominator', ['AGENCY_MANAGER']), {}, '2026-03-05', 0, ['WITHDRAW']],
    ['another authority doesn’t', person('x', ['AGENCY_MANAGER'], { organisationId: 'other' }), {}, '2026-03-05', 0, []],
    ['nothing after the decision', decider, { state: 'LISTED' }, '2026-03-12', 0, []],
  ])('%s', (_, viewer, state, today, objections, expected) => expect(steps(viewer, state, today, objections)).toEqual(expected))
})
