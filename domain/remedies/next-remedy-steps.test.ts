import { describe, expect, it } from 'vitest'
import type { PermissionSubject } from '#domain/access/can.ts'
import type { Role } from '#domain/access/role.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { Viewer } from '#domain/access/viewer.ts'
import type { AppealCommand } from './appeal-command.ts'
import { nextAppealSteps, nextDataObjectionSteps, nextRepairSteps } from './next-remedy-steps.ts'
import { appealAfter, appealedDecision, appealSteps, repairableEntry } from './remedies.fixture.ts'

const person = (userId: string, role: Role, more: Partial<Viewer> = {}): Viewer => ({
  ...anonymous,
  kind: 'USER',
  userId,
  roles: [role],
  organisationId: 'review',
  ...more,
})
const party = person('party', 'INTERMEDIARY', { subjectId: 'firm' })
const facts: PermissionSubject = {
  concernedSubjectId: 'firm',
  reporterUserId: 'wang',
  investigatorUserId: 'li',
  deciderUserId: 'zhao',
  decidingChain: ['office', 'city'],
}
const { file, review, uphold } = appealSteps
const shown = (steps: ReturnType<typeof nextAppealSteps>) => steps.map(({ step, obstacle }) => `${step}: ${obstacle?.code ?? 'yes'}`)

describe('appeal: only the next lawful steps', () => {
  const steps = (before: readonly AppealCommand[], viewer: Viewer) => {
    const state = appealAfter(...before)
    return state ? shown(nextAppealSteps(state, appealedDecision(), viewer, facts)) : []
  }
  it.each<[string, readonly AppealCommand[], Viewer, string[]]>([
    ['the party may take it back', [file], party, ['WITHDRAW: yes', 'START_REVIEW: ROLE_REQUIRED', 'REFUSE_ADMISSION: ROLE_REQUIRED']],
    ['a reviewer takes it up', [file], person('qian', 'APPEAL_REVIEWER'), ['START_REVIEW: yes', 'REFUSE_ADMISSION: yes']],
    [
      'one of the deciding body does not',
      [file],
      person('qian', 'APPEAL_REVIEWER', { organisationId: 'office' }),
      ['START_REVIEW: WITHIN_DECIDING_CHAIN', 'REFUSE_ADMISSION: WITHIN_DECIDING_CHAIN'],
    ],
    [
      'who investigated does not',
      [file],
      person('li', 'APPEAL_REVIEWER'),
      ['START_REVIEW: SEPARATION_OF_DUTIES', 'REFUSE_ADMISSION: SEPARATION_OF_DUTIES'],
    ],
    ['who took it up decides', [file, review], person('qian', 'APPEAL_REVIEWER'), ['DECIDE: yes']],
    ['a colleague does not', [file, review], person('zhou', 'APPEAL_REVIEWER'), ['DECIDE: NOT_REVIEWER_OF_APPEAL']],
    [
      'nobody for the own firm',
      [file],
      person('x', 'APPEAL_REVIEWER', { subjectId: 'firm' }),
      ['START_REVIEW: OWN_CASE', 'REFUSE_ADMISSION: OWN_CASE'],
    ],
    ['nothing once answered', [file, review, uphold], person('qian', 'APPEAL_REVIEWER'), []],
  ])('%s', (_, before, viewer, expected) => expect(steps(before, viewer)).toEqual(expected))
})

describe('repair: only the next lawful steps', () => {
  const filed = { state: 'FILED', answerDueOn: '2026-07-24' } as const
  it.each<[string, Viewer, string[]]>([
    ['party', party, ['WITHDRAW: yes', 'DECIDE: ROLE_REQUIRED']],
    ['decider', person('zhao', 'DECIDER'), ['DECIDE: yes']],
    ['investigator of the case', person('li', 'DECIDER'), ['DECIDE: SEPARATION_OF_DUTIES']],
  ])('%s', (_, viewer, expected) => expect(shown(nextRepairSteps(filed, repairableEntry(), viewer, facts, '2026-07-10'))).toEqual(expected))

  it('not a day early, and not once it is answered', () => {
    const decider = person('zhao', 'DECIDER')
    expect(shown(nextRepairSteps(filed, repairableEntry(), decider, facts, '2026-07-09'))).toEqual(['DECIDE: REPAIR_TOO_EARLY'])
    expect(nextRepairSteps({ ...filed, state: 'REFUSED' }, repairableEntry(), decider, facts, '2026-07-10')).toEqual([])
  })
})

describe('objection to data: only the next lawful steps', () => {
  const filed = {
    state: 'FILED',
    filedOn: '2026-03-02',
    answerDueOn: '2026-03-05',
    isSourceAsked: false,
    field: null,
    recordedById: 'wu',
  } as const
  const asks = { concernedSubjectId: 'firm', reporterUserId: 'wu' }
  it.each<[string, Viewer, string, string[]]>([
    ['an examiner', person('zhou', 'REFORM_OFFICE'), '2026-03-05', ['ASK_SOURCE: yes', 'DECIDE: yes']],
    ['after the 3 days the source is no longer asked', person('zhou', 'REFORM_OFFICE'), '2026-03-06', ['DECIDE: yes']],
    ['who recorded it', person('wu', 'REFORM_OFFICE'), '2026-03-06', ['DECIDE: SEPARATION_OF_DUTIES']],
    ['the party', party, '2026-03-06', ['DECIDE: ROLE_REQUIRED']],
  ])('%s', (_, viewer, today, expected) => expect(shown(nextDataObjectionSteps(filed, viewer, asks, today))).toEqual(expected))
})
