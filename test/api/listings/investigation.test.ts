import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { addEvidence } from '#services/listings/add-evidence.ts'
import { addInvestigationRecord } from '#services/listings/add-investigation-record.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { extendInvestigation } from '#services/listings/extend-investigation.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { joinParty } from '#services/listings/join-party.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { visibleEvidence } from '#graphql/listings/case-evidence.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, noticeTexts, pdf, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const monday = '2026-03-02T01:00:00Z'
const caseOf = (id: string) => test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id } })

async function investigating() {
  const firm = await createIntermediary(test.platform)
  const people = peopleOf(test.platform, firm.subjectId, monday)
  return { firm, people, id: await createCase(people, firm.uscc, 'INVESTIGATING') }
}
const interview = {
  kind: 'INTERVIEW',
  takenAt: new Date('2026-03-02T00:30:00Z'),
  place: '当事人办公室',
  counterpart: '项目负责人',
  secondOfficer: '孙某',
  text: '问：样品何时采集？答：未采集。',
} as const

describe('R5: the investigation has its time', () => {
  // Started on 2 March 2026: 60 days later is 1 May; 30 more is 31 May.
  it.each([
    ['the last second of its last day', '2026-05-01T15:59:59Z', '2026-05-31'],
    ['24:00 of its last day', '2026-05-01T16:00:00Z', 'INVESTIGATION_OVERDUE'],
  ])('is extended until %s', async (_, at, expected) => {
    const { people, id } = await investigating()
    expect(fromDbDayOrNull((await caseOf(id)).investigationDueOn)).toBe('2026-05-01')
    const investigator = later(people.investigator, at)
    const extended = await extendInvestigation(investigator, { ...(await stepOf(investigator, id)), reasons: '需委托鉴定' }).then(
      async () => fromDbDayOrNull((await caseOf(id)).investigationDueOn),
      (error: { code: string }) => error.code,
    )
    expect(extended).toBe(expected)
  })

  it('once, and by its investigator', async () => {
    const { people, id } = await investigating()
    const extend = async (who: typeof people.investigator) =>
      extendInvestigation(who, { ...(await stepOf(who, id)), reasons: '需委托鉴定' })
    await expect(extend(contextOf(test.platform, monday, { roles: ['INVESTIGATOR'] }))).rejects.toMatchObject({
      code: 'NOT_INVESTIGATOR_OF_CASE',
    })
    await extend(people.investigator)
    await expect(extend(people.investigator)).rejects.toMatchObject({ code: 'INVESTIGATION_EXTENDED_BEFORE' })
  })
})

describe('R5: what the investigation gathers', () => {
  it('records by two officers, for officials; evidence, for the party once it is noticed', async () => {
    const { people, id } = await investigating()
    const { investigator } = people
    await addInvestigationRecord(investigator, { ...(await stepOf(investigator, id)), ...interview })
    await addEvidence(investigator, { ...(await stepOf(investigator, id)), evidence: [{ fileName: '送检单.pdf', content: pdf('more') }] })
    expect(await test.platform.prisma.investigationRecord.findMany({ where: { caseId: id } })).toMatchObject([{ ...interview }])
    const seen = () => test.platform.prisma.caseEvidence.count({ where: { AND: [{ caseId: id }, visibleEvidence(people.party.viewer)] } })
    expect(await seen()).toBe(0)
    await serveAdvanceNotice(investigator, { ...(await stepOf(investigator, id)), ...noticeTexts })
    expect(await seen()).toBe(2)
    // After the notice nothing is added: the party must have been able to answer to all of it.
    const late = addEvidence(investigator, { ...(await stepOf(investigator, id)), evidence: [{ fileName: 'a.pdf', content: pdf() }] })
    await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })

  it('no record without a second officer, none of tomorrow, no file of no known kind', async () => {
    const { people, id } = await investigating()
    const { investigator } = people
    const add = async (more: object) => addInvestigationRecord(investigator, { ...(await stepOf(investigator, id)), ...interview, ...more })
    await expect(add({ secondOfficer: ' ' })).rejects.toMatchObject({ code: 'INCOMPLETE', facts: { missing: ['secondOfficer'] } })
    await expect(add({ takenAt: new Date('2026-03-03T00:00:00Z') })).rejects.toMatchObject({ code: 'RECORD_IN_FUTURE' })
    const program = { fileName: 'a.pdf', content: new TextEncoder().encode('MZ') }
    const evidence = addEvidence(investigator, { ...(await stepOf(investigator, id)), evidence: [program] })
    await expect(evidence).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })
})

describe('R5: joinder', () => {
  it('shares the investigation; each party has a notice, a defence and a decision of its own', async () => {
    const { firm, people, id } = await investigating()
    const { investigator } = people
    const joining = { uscc: firm.uscc, practitionerId: firm.practitionerId, violationCode: 'V-GAN-01' }
    const joinedId = await joinParty(investigator, { ...(await stepOf(investigator, id)), ...joining })
    const joined = await caseOf(joinedId)
    const lead = await caseOf(id)
    expect(joined).toMatchObject({ joinedToId: id, subjectId: firm.practitionerSubjectId, state: 'INVESTIGATING', facts: lead.facts })
    expect(joined).toMatchObject({ reporterId: lead.reporterId, investigatorId: lead.investigatorId })

    const person = contextOf(test.platform, monday, { roles: ['APPLICANT'], subjectId: firm.practitionerSubjectId })
    const personId = person.viewer.userId ?? ''
    await test.platform.prisma.user.create({
      data: { id: personId, name: '从业人员', email: `${personId}@example.test`, subjectId: firm.practitionerSubjectId },
    })
    await serveAdvanceNotice(investigator, { ...(await stepOf(investigator, joinedId)), ...noticeTexts })
    await fileDefence(person, { ...(await stepOf(person, joinedId)), statement: '本人未参与', isWaiver: false })
    // The evidence of the case it was joined to is what the person has to answer to.
    expect(await test.platform.prisma.caseEvidence.count({ where: { AND: [{ caseId: id }, visibleEvidence(person.viewer)] } })).toBe(1)
    await decideViolation(people.decider, { ...(await stepOf(people.decider, joinedId)), outcome: 'NOT_FOUND', ...decisionTexts })
    expect(await caseOf(joinedId)).toMatchObject({ state: 'DECIDED_NOT_LISTED' })
    expect(await caseOf(id)).toMatchObject({ state: 'INVESTIGATING', noticeNumber: null })
  })

  it('takes nobody in twice, even from two numbers at once', async () => {
    const { firm, people, id } = await investigating()
    const { investigator } = people
    const same = { uscc: firm.uscc, violationCode: 'V-RPT-01' }
    await expect(joinParty(investigator, { ...(await stepOf(investigator, id)), ...same })).rejects.toMatchObject({ code: 'PARTY_IN_CASE' })
    const other = await createIntermediary(test.platform)
    const secondId = await joinParty(investigator, { ...(await stepOf(investigator, id)), uscc: other.uscc, violationCode: 'V-RPT-01' })
    const third = await createIntermediary(test.platform)
    const join = async (from: string) =>
      joinParty(investigator, {
        ...(await stepOf(investigator, from)),
        clientMutationId: randomUUID(),
        uscc: third.uscc,
        violationCode: 'V-RPT-01',
      })
    const settled = await Promise.allSettled([join(id), join(secondId)])
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await test.platform.prisma.violationCase.count({ where: { OR: [{ id }, { joinedToId: id }] } })).toBe(3)
  })

  it('not once a notice is out', async () => {
    const { people, id } = await investigating()
    const { investigator } = people
    await serveAdvanceNotice(investigator, { ...(await stepOf(investigator, id)), ...noticeTexts })
    const other = await createIntermediary(test.platform)
    const late = joinParty(investigator, { ...(await stepOf(investigator, id)), uscc: other.uscc, violationCode: 'V-RPT-01' })
    await expect(late).rejects.toMatchObject({ code: 'WRONG_STATE' })
  })
})
