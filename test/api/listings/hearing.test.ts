import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDay } from '#prisma/db-day.ts'
import { ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { holdHearing } from '#services/listings/hold-hearing.ts'
import { refuseHearing } from '#services/listings/refuse-hearing.ts'
import { requestHearing } from '#services/listings/request-hearing.ts'
import { scheduleHearing } from '#services/listings/schedule-hearing.ts'
import { waiveHearing } from '#services/listings/waive-hearing.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { createHearing } from '#test/factories/hearing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const monday = '2026-03-02T01:00:00Z'
// Called on Monday 2 March: the seventh working day is Wednesday 11 March, so the hearing is on Thursday 12 March at the earliest.
const hour = new Date('2026-03-12T01:00:00Z')
const hearingOf = (id: string) => test.platform.prisma.hearing.findUniqueOrThrow({ where: { caseId: id } })
const stepsOf = async (id: string) =>
  (await test.platform.prisma.procedureEvent.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

describe('R5: a hearing on request for serious measures', () => {
  it('is asked for, called, held and then decided upon, each step on record', async () => {
    const { id, people } = await createHearing(test.platform, await createIntermediary(test.platform), monday, hour)
    const { presider, decider, party } = people
    expect(await hearingOf(id)).toMatchObject({ state: 'SCHEDULED', presiderId: presider.viewer.userId, isPublic: true })
    const notice = await test.platform.prisma.documentService.findFirstOrThrow({ where: { entityId: id, document: 'HEARING_NOTICE' } })
    expect({ ...notice, servedOn: fromDbDay(notice.servedOn) }).toMatchObject({ method: 'PLATFORM', servedOn: '2026-03-02' })

    await fileDefence(party, { ...(await stepOf(party, id)), statement: '申辩', isWaiver: false })
    const decide = async (at: string) =>
      decideViolation(later(decider, at), { ...(await stepOf(decider, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    await expect(decide(monday)).rejects.toMatchObject({ code: 'HEARING_OPEN', facts: { hearing: 'SCHEDULED' } })
    const hold = async (at: string) =>
      holdHearing(later(presider, at), { ...(await stepOf(presider, id)), attendees: '当事人、调查人', record: '当事人陈述：……' })
    await expect(hold('2026-03-12T00:59:59Z')).rejects.toMatchObject({ code: 'HEARING_NOT_BEGUN' })
    await hold('2026-03-12T03:00:00Z')
    await decide('2026-03-12T04:00:00Z')
    expect(await stepsOf(id)).toEqual([
      'REPORTED',
      'INVESTIGATION_STARTED',
      'NOTICE_SERVED',
      'HEARING_REQUESTED',
      'HEARING_SCHEDULED',
      'DEFENCE_FILED',
      'HEARING_HELD',
      'DECIDED_NOT_LISTED',
      'DECISION_SERVED',
    ])
  })

  it.each([
    ['the last second of the window', '2026-03-16T15:59:59Z', 'HEARING'],
    ['24:00 of its last day', '2026-03-16T16:00:00Z', 'DEFENCE_WINDOW_OVER'],
  ])('is asked for until %s', async (_, at, expected) => {
    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'NOTICED')
    const party = later(people.party, at)
    const asked = await requestHearing(party, { ...(await stepOf(party, id)), reasons: '请求听证' }).then(
      () => 'HEARING',
      (error: { code: string }) => error.code,
    )
    expect(asked).toBe(expected)
  })

  it.each([
    ['the seventh working day after the notice', '2026-03-11T15:59:00Z', 'HEARING_TOO_SOON'],
    ['the day after', '2026-03-11T16:00:00Z', 'SCHEDULED'],
  ])('is held on %s: %s', async (_, at, expected) => {
    const { id, people } = await createHearing(test.platform, await createIntermediary(test.platform), monday)
    const { presider } = people
    const call = { ...(await stepOf(presider, id)), scheduledFor: new Date(at), place: '301室', isPublic: false }
    const called = await scheduleHearing(presider, call).then(
      async () => (await hearingOf(id)).state,
      (error: { code: string }) => error.code,
    )
    expect(called).toBe(expected)
  })

  it('nobody who reported or investigated presides, and nobody but the presider holds it', async () => {
    const { id, people } = await createHearing(test.platform, await createIntermediary(test.platform), monday)
    const investigating = { ...people.investigator, viewer: { ...people.investigator.viewer, roles: ['DECIDER' as const] } }
    const call = { scheduledFor: hour, place: '301室', isPublic: true }
    await expect(scheduleHearing(investigating, { ...(await stepOf(investigating, id)), ...call })).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      facts: { is: 'INVESTIGATOR' },
    })
    const reporting = { ...people.reporter, viewer: { ...people.reporter.viewer, roles: ['REFORM_OFFICE' as const] } }
    await expect(scheduleHearing(reporting, { ...(await stepOf(reporting, id)), ...call })).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      facts: { is: 'REPORTER' },
    })
    await scheduleHearing(people.presider, { ...(await stepOf(people.presider, id)), ...call })
    const other = later(people.decider, '2026-03-12T02:00:00Z')
    await expect(holdHearing(other, { ...(await stepOf(other, id)), attendees: '无', record: '无' })).rejects.toMatchObject({
      code: 'NOT_PRESIDER_OF_HEARING',
    })
    const again = { ...call, scheduledFor: new Date('2026-03-13T01:00:00Z') }
    await expect(scheduleHearing(people.decider, { ...(await stepOf(people.decider, id)), ...again })).rejects.toMatchObject({
      code: 'NOT_PRESIDER_OF_HEARING',
    })
    await scheduleHearing(people.presider, { ...(await stepOf(people.presider, id)), ...again })
    expect(await test.platform.prisma.documentService.count({ where: { entityId: id, document: 'HEARING_NOTICE' } })).toBe(2)
  })

  it('can’t be refused where there is a right to it; may be for a minor matter, and then the window goes on', async () => {
    const serious = await createHearing(test.platform, await createIntermediary(test.platform), monday)
    const refuse = async (id: string, who: typeof serious.people.presider) =>
      refuseHearing(who, { ...(await stepOf(who, id)), reasons: '情节轻微，书面审理即可。' })
    await expect(refuse(serious.id, serious.people.presider)).rejects.toMatchObject({ code: 'HEARING_IS_A_RIGHT' })

    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'NOTICED', { violationCode: 'V-FEE-03' })
    expect(await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id } })).toMatchObject({ severity: 'MINOR' })
    await requestHearing(people.party, { ...(await stepOf(people.party, id)), reasons: '请求听证' })
    await refuse(id, people.decider)
    expect(await hearingOf(id)).toMatchObject({ state: 'REFUSED' })
    const again = requestHearing(people.party, { ...(await stepOf(people.party, id)), reasons: '再次请求' })
    await expect(again).rejects.toMatchObject({ code: 'HEARING_REQUESTED_BEFORE' })
    const decide = decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    await expect(decide).rejects.toMatchObject({ code: 'DEFENCE_WINDOW_OPEN' })
  })

  it('ends when the party gives it up, or stays away', async () => {
    const given = await createHearing(test.platform, await createIntermediary(test.platform), monday, hour)
    const { party } = given.people
    await waiveHearing(party, { ...(await stepOf(party, given.id)), statement: '不再要求听证' })
    expect(await hearingOf(given.id)).toMatchObject({ state: 'WAIVED', record: '不再要求听证' })

    const away = await createHearing(test.platform, await createIntermediary(test.platform), monday, hour)
    const record = async (at: string) => {
      const presider = later(away.people.presider, at)
      return waiveHearing(presider, { ...(await stepOf(presider, away.id)), statement: '当事人无正当理由未到场' })
    }
    await expect(record(monday)).rejects.toMatchObject({ code: 'HEARING_NOT_BEGUN' })
    await record('2026-03-12T02:00:00Z')
    expect(await hearingOf(away.id)).toMatchObject({ state: 'WAIVED' })
  })

  it('is the party’s alone to ask for', async () => {
    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'NOTICED')
    const stranger = contextOf(test.platform, monday, {
      roles: ['INTERMEDIARY'],
      subjectId: (await createIntermediary(test.platform)).subjectId,
    })
    await expect(requestHearing(stranger, { ...(await stepOf(stranger, id)), reasons: '请求' })).rejects.toBeInstanceOf(NotFoundError)
    await expect(requestHearing(people.decider, { ...(await stepOf(stranger, id)), reasons: '请求' })).rejects.toBeInstanceOf(
      ForbiddenError,
    )
  })
})
