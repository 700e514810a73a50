import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { recordService } from '#services/listings/record-service.ts'
import { requestHearing } from '#services/listings/request-hearing.ts'
import { scheduleHearing } from '#services/listings/schedule-hearing.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { reportViolation } from '#services/listings/report-violation.ts'
import { waiveHearing } from '#services/listings/waive-hearing.ts'
import { serveDocument } from '#services/procedures/serve-document.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, noticeTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import type { CasePeople } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const monday = '2026-03-02T01:00:00Z'
const daysOf = async (id: string) => {
  const { defenceDueOn, decisionServedOn, appealDueOn } = await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id } })
  return [defenceDueOn, decisionServedOn, appealDueOn].map(fromDbDayOrNull)
}

const served = async (id: string) => {
  const { prisma } = test.platform
  const { hearing } = await prisma.violationCase.findUniqueOrThrow({ where: { id }, include: { hearing: true } })
  return { hearing, events: await prisma.procedureEvent.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } }) }
}

/** A practitioner without an account: nothing reaches them on the platform. */
async function unreachable(): Promise<{ readonly people: CasePeople; readonly id: string }> {
  const firm = await createIntermediary(test.platform)
  const people = peopleOf(test.platform, firm.practitionerSubjectId, monday)
  const id = await reportViolation(people.reporter, {
    clientMutationId: firm.uscc,
    ...{ uscc: firm.uscc, practitionerId: firm.practitionerId, violationCode: 'V-GAN-01' },
    ...{ occurredOn: '2026-03-01', facts: '收受好处', evidence: [] },
  })
  await startInvestigation(people.investigator, await stepOf(people.investigator, id))
  await serveAdvanceNotice(people.investigator, { ...(await stepOf(people.investigator, id)), ...noticeTexts })
  return { people, id }
}
const serve = async (
  who: CasePeople['investigator'],
  id: string,
  method: 'PLATFORM' | 'IN_PERSON' | 'POST' | 'PUBLIC_NOTICE',
  servedOn: string,
) => recordService(who, { ...(await stepOf(who, id)), method, servedOn, note: '送达回证' })

describe('R5: the days to defend and to appeal run from service', () => {
  it('into an account it is served at once', async () => {
    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    expect(await daysOf(id)).toEqual(['2026-03-16', null, null])
    const tuesday = later(people.decider, '2026-03-03T01:00:00Z')
    await decideViolation(tuesday, { ...(await stepOf(tuesday, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    expect(await daysOf(id)).toEqual(['2026-03-16', '2026-03-03', '2026-03-17'])
    const again = serve(people.decider, id, 'POST', '2026-03-04')
    await expect(again).rejects.toMatchObject({ code: 'SERVED_BEFORE', facts: { document: 'DECISION' } })
  })

  it.each([
    ['IN_PERSON', '2026-03-04', '2026-03-18'],
    ['POST', '2026-03-05', '2026-03-19'],
    // Put up on 4 March: served 30 days later, on 3 April; 4 to 6 April are Tomb-sweeping Day and its weekend.
    ['PUBLIC_NOTICE', '2026-03-04', '2026-04-20'],
  ] as const)('without an account: %s on %s, defence until %s', async (method, servedOn, dueOn) => {
    const { people, id } = await unreachable()
    expect(await daysOf(id)).toEqual([null, null, null])
    const decide = async (at: string) =>
      decideViolation(later(people.decider, at), { ...(await stepOf(people.decider, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    await expect(decide('2026-05-01T01:00:00Z')).rejects.toMatchObject({ code: 'NOTICE_NOT_SERVED' })
    const friday = later(people.investigator, '2026-03-06T01:00:00Z')
    await serve(friday, id, method, servedOn)
    expect((await daysOf(id))[0]).toBe(dueOn)

    await decide('2026-05-06T01:00:00Z')
    expect(await daysOf(id)).toEqual([dueOn, null, null])
    await serve(later(people.decider, '2026-05-07T01:00:00Z'), id, 'IN_PERSON', '2026-05-07')
    expect(await daysOf(id)).toEqual([dueOn, '2026-05-07', '2026-05-20'])
  })

  it('the notice of a hearing too, working days ahead of it; served late, the hearing gets another day', async () => {
    const { people, id } = await unreachable()
    const { investigator, party } = people
    await serve(investigator, id, 'IN_PERSON', '2026-03-02')
    await requestHearing(party, { ...(await stepOf(party, id)), reasons: '请求当面陈述。' })
    const presider = contextOf(test.platform, monday, { roles: ['DECIDER'], name: '主持人' })
    const callFor = async (at: string, from = presider) =>
      scheduleHearing(from, { ...(await stepOf(from, id)), scheduledFor: new Date(at), place: '301室', isPublic: true })
    await callFor('2026-03-12T01:00:00Z')
    const servedNotices = () => test.platform.prisma.documentService.count({ where: { entityId: id, document: 'HEARING_NOTICE' } })
    expect(await servedNotices()).toBe(0)

    const friday = later(investigator, '2026-03-06T01:00:00Z')
    await expect(serve(friday, id, 'POST', '2026-03-05')).rejects.toMatchObject({ code: 'HEARING_TOO_SOON' })
    expect(await servedNotices()).toBe(0)
    await callFor('2026-03-20T01:00:00Z', later(presider, '2026-03-05T01:00:00Z'))
    await expect(serve(friday, id, 'POST', '2026-03-04')).rejects.toMatchObject({ fields: [{ code: 'SERVED_BEFORE_ISSUE' }] })
    const gone = async (at: string) => waiveHearing(later(presider, at), { ...(await stepOf(presider, id)), statement: '当事人未到场。' })
    await expect(gone('2026-03-20T02:00:00Z')).rejects.toMatchObject({ code: 'HEARING_NOTICE_NOT_SERVED' })
    await serve(friday, id, 'POST', '2026-03-05')
    const { hearing, events } = await served(id)
    expect(hearing?.notifiedAt).toEqual(new Date('2026-03-04T16:00:00Z'))
    expect(events.at(-1)).toMatchObject({ kind: 'HEARING_NOTICE_SERVED', facts: { on: '2026-03-20', number: hearing?.noticeNumber } })
    await gone('2026-03-20T02:00:00Z')
  })

  it('nothing is served before it was written, tomorrow, or into an account that is not there', async () => {
    const { people, id } = await unreachable()
    const { investigator } = people
    await expect(serve(investigator, id, 'IN_PERSON', '2026-03-01')).rejects.toMatchObject({ fields: [{ code: 'SERVED_BEFORE_ISSUE' }] })
    await expect(serve(investigator, id, 'POST', '2026-03-03')).rejects.toMatchObject({ fields: [{ code: 'DAY_IN_FUTURE' }] })
    await expect(serve(investigator, id, 'PLATFORM', '2026-03-02')).rejects.toMatchObject({ code: 'SERVICE_METHOD_REQUIRED' })
    expect(await test.platform.prisma.documentService.count({ where: { entityId: id } })).toBe(0)
  })

  it('a document is served on a party once: the first day counts', async () => {
    const { id: subjectId } = await createFirm(test.platform)
    const context = contextOf(test.platform, monday, { roles: ['DECIDER'] })
    const document = {
      procedure: 'APPEAL',
      entityId: subjectId,
      document: 'APPEAL_DECISION',
      documentNumber: 'SJ-2026-TEST',
      subjectId,
    } as const
    const serveOn = (servedOn: string) =>
      runInTransaction(context, (unit) => serveDocument(unit, { ...document, method: 'IN_PERSON', servedOn }))
    expect(await serveOn('2026-02-27')).toBe('2026-02-27')
    expect(await serveOn('2026-03-02')).toBe('2026-02-27')
  })
})
