import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDay } from '#prisma/db-day.ts'
import { checkCredit } from '#services/checks/check-credit.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { closeWithoutFinding } from '#services/listings/close-without-finding.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { liftSuspension } from '#services/listings/lift-suspension.ts'
import { orderSuspension } from '#services/listings/order-suspension.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { startInvestigation } from '#services/listings/start-investigation.ts'
import { choiceOf, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { createCase, decisionTexts, later, noticeTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
const monday = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const caseOf = (id: string) => test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id } })
const isChoosable = async (uscc: string, at: string) => {
  const owner = await createOwner(test.platform, at)
  return chooseIntermediary(owner, choiceOf(uscc)).then(
    () => 'CHOSEN',
    (error: { code: string }) => error.code,
  )
}

describe('R5: from the report to the blacklist', () => {
  it('lists after report, investigation, notice, defence and decision, each by another person, and takes effect at once', async () => {
    firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    expect(await isChoosable(firm.uscc, monday)).toBe('CHOSEN')

    const listed = { outcome: 'LISTED', publicUntilOn: '2028-03-02', ...decisionTexts } as const
    await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), ...listed })

    // The next call sees it: no worker, no sweep ran.
    expect(await isChoosable(firm.uscc, monday)).toBe('INTERMEDIARY_BLACKLISTED')
    const officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'] })
    const { answer } = await checkCredit(officer, firm.uscc)
    expect(answer).toMatchObject({ result: 'BARRED', grade: 'E' })
    const [document] = await test.platform.prisma.$queryRaw<{ first: string; last: string }[]>`
      SELECT lower("blacklisted")::text AS first, (upper("blacklisted") - 1)::text AS last
      FROM "SearchDocument" WHERE "intermediaryId" = ${firm.intermediaryId}::uuid AND "barred" @> '2026-03-02'::date`
    expect(document).toEqual({ first: '2026-03-02', last: '2028-03-02' })

    const decided = await caseOf(id)
    expect(decided).toMatchObject({ state: 'DECIDED_LISTED', isViolationFound: true, ruleSetVersion: 'ZZ-LISTING-1' })
    expect(decided.decisionNumber).toMatch(/^JD-2026-\d{6}$/)
    const entry = await test.platform.prisma.listEntry.findFirstOrThrow({ where: { caseId: id } })
    expect(entry).toMatchObject({ list: 'BLACKLIST', severity: 'SERIOUS', ...decisionTexts })
    expect(entry.earliestRepairOn && fromDbDay(entry.earliestRepairOn)).toBe('2027-03-02')
    const event = await test.platform.prisma.creditEvent.findFirstOrThrow({ where: { sourceId: id } })
    expect(event).toMatchObject({ kind: 'VIOLATION', points: -20, subjectId: firm.subjectId })
  })

  it('leaves a trail and tells the party', async () => {
    const audit = await test.platform.prisma.auditEvent.findMany({ where: { entity: 'ViolationCase' }, orderBy: { id: 'asc' } })
    expect(audit.map((line) => line.action)).toEqual([
      'listings.reportViolation',
      'listings.startInvestigation',
      'listings.serveAdvanceNotice',
      'listings.fileDefence',
      'listings.decideViolation',
    ])
    const topics = await test.platform.prisma.outboxEvent.findMany({ where: { entity: 'ViolationCase' } })
    expect(topics.map((event) => event.topic)).toEqual(expect.arrayContaining(['listings.noticeServed', 'listings.decided']))
  })

  it('lists a practitioner without listing the institution', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.practitionerSubjectId, monday)
    const id = await createCase(people, other.uscc, 'DEFENCE_FILED', { practitionerId: other.practitionerId, violationCode: 'V-GAN-01' })
    const step = { ...(await stepOf(people.decider, id)), outcome: 'LISTED', publicUntilOn: '2027-03-02', ...decisionTexts } as const
    await decideViolation(people.decider, step)
    const standing = await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: other.practitionerSubjectId } })
    expect(standing.grade).toBe('E')
    expect(await isChoosable(other.uscc, monday)).toBe('CHOSEN')
  })
})

describe('R5: a decision that does not list', () => {
  it.each([
    ['FOUND_NOT_LISTED', 1],
    ['NOT_FOUND', 0],
  ] as const)('%s bars nobody and leaves %d credit events', async (outcome, events) => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'DEFENCE_FILED')
    await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome, ...decisionTexts })
    expect(await caseOf(id)).toMatchObject({ state: 'DECIDED_NOT_LISTED', isViolationFound: events === 1 })
    expect(await test.platform.prisma.listEntry.count({ where: { caseId: id } })).toBe(0)
    expect(await test.platform.prisma.creditEvent.count({ where: { sourceId: id } })).toBe(events)
    expect(await isChoosable(other.uscc, monday)).toBe('CHOSEN')
  })

  it('closing without a finding leaves nothing', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'INVESTIGATING')
    await closeWithoutFinding(people.investigator, { ...(await stepOf(people.investigator, id)), reasons: '未发现违规事实' })
    expect(await caseOf(id)).toMatchObject({ state: 'CLOSED_NO_FINDING' })
    expect(await isChoosable(other.uscc, monday)).toBe('CHOSEN')
  })

  it('a period outside the window of the severity is refused with its bound', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'DEFENCE_FILED')
    const decide = async (publicUntilOn: string) =>
      decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'LISTED', publicUntilOn, ...decisionTexts })
    await expect(decide('2027-03-01')).rejects.toMatchObject({ code: 'PUBLICITY_TOO_SHORT', facts: { leastOn: '2027-03-02' } })
    await expect(decide('2029-03-03')).rejects.toMatchObject({ code: 'PUBLICITY_TOO_LONG', facts: { mostOn: '2029-03-02' } })
    expect(await caseOf(id)).toMatchObject({ state: 'DEFENCE_FILED' })
  })
})

describe('R5: the defence window of 10 working days', () => {
  // Notice on Monday 2026-03-02: the tenth working day is Monday 2026-03-16.
  it('the party is heard to its last second, and decided on from the next', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'NOTICED')
    expect((await caseOf(id)).defenceDueOn).toEqual(new Date('2026-03-16T00:00:00Z'))

    const decideAt = async (at: string) =>
      decideViolation(later(people.decider, at), { ...(await stepOf(people.decider, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    await expect(decideAt('2026-03-16T15:59:59.999Z')).rejects.toMatchObject({ code: 'DEFENCE_WINDOW_OPEN' })
    const fileAt = async (at: string) =>
      fileDefence(later(people.party, at), { ...(await stepOf(people.party, id)), statement: '申辩', isWaiver: false })
    await expect(fileAt('2026-03-16T16:00:00Z')).rejects.toMatchObject({ code: 'DEFENCE_WINDOW_OVER' })
    await decideAt('2026-03-16T16:00:00Z')
    expect(await caseOf(id)).toMatchObject({ state: 'DECIDED_NOT_LISTED' })
  })

  it('a defence in the last second counts, and may be decided on at once', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'NOTICED')
    const party = later(people.party, '2026-03-16T15:59:59.999Z')
    await fileDefence(party, { ...(await stepOf(party, id)), statement: '申辩', isWaiver: false })
    expect(await caseOf(id)).toMatchObject({ state: 'DEFENCE_FILED', defenceText: '申辩' })
  })

  it('a written waiver opens the decision without waiting', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'NOTICED')
    await fileDefence(people.party, { ...(await stepOf(people.party, id)), statement: '放弃陈述申辩', isWaiver: true })
    await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    expect(await caseOf(id)).toMatchObject({ state: 'DECIDED_NOT_LISTED', isDefenceWaived: true })
  })

  it('a window that reaches into a year without a calendar fails loudly', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, '2026-12-28T01:00:00Z')
    const id = await createCase(people, other.uscc, 'INVESTIGATING')
    const notice = serveAdvanceNotice(people.investigator, { ...(await stepOf(people.investigator, id)), ...noticeTexts })
    await expect(notice).rejects.toMatchObject({ code: 'CALENDAR_NOT_LOADED', facts: { year: 2027 } })
  })
})

describe('R5: separation of duties is kept by the server', () => {
  it('one person in two roles is refused at each seam', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const both = contextOf(test.platform, monday, { roles: ['INVESTIGATOR', 'DECIDER'] })
    const id = await createCase({ ...people, reporter: both }, other.uscc, 'REPORTED')
    await expect(startInvestigation(both, await stepOf(both, id))).rejects.toMatchObject({
      code: 'SEPARATION_OF_DUTIES',
      facts: { is: 'REPORTER' },
    })

    const second = contextOf(test.platform, monday, { roles: ['INVESTIGATOR', 'DECIDER'] })
    await startInvestigation(second, await stepOf(second, id))
    await expect(serveAdvanceNotice(people.investigator, { ...(await stepOf(second, id)), ...noticeTexts })).rejects.toMatchObject({
      code: 'NOT_INVESTIGATOR_OF_CASE',
    })
    await serveAdvanceNotice(second, { ...(await stepOf(second, id)), ...noticeTexts })
    await fileDefence(people.party, { ...(await stepOf(people.party, id)), statement: '申辩', isWaiver: false })
    const decide = async (who: typeof both) => decideViolation(who, { ...(await stepOf(who, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    await expect(decide(both)).rejects.toMatchObject({ code: 'SEPARATION_OF_DUTIES', facts: { is: 'REPORTER' } })
    await expect(decide(second)).rejects.toMatchObject({ code: 'SEPARATION_OF_DUTIES', facts: { is: 'INVESTIGATOR' } })
    // Recusal: nobody decides on the own firm.
    const own = contextOf(test.platform, monday, { roles: ['DECIDER'], subjectId: other.subjectId })
    await expect(decide(own)).rejects.toBeInstanceOf(ForbiddenError)
    await decide(people.decider)
  })

  it('a stranger learns of no case, the party of its own only from the notice on', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'INVESTIGATING')
    const file = async (who: typeof people.party) => fileDefence(who, { ...(await stepOf(who, id)), statement: '申辩', isWaiver: false })
    await expect(file(people.party)).rejects.toBeInstanceOf(NotFoundError)
    await serveAdvanceNotice(people.investigator, { ...(await stepOf(people.investigator, id)), ...noticeTexts })
    const stranger = contextOf(test.platform, monday, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })
    await expect(file(stranger)).rejects.toBeInstanceOf(NotFoundError)
    await file(people.party)
  })
})

describe('R5: interim suspension', () => {
  it('keeps from services at once and for its days, and ends when lifted', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'INVESTIGATING')
    const order = async (untilOn: string) =>
      orderSuspension(people.decider, { ...(await stepOf(people.decider, id)), untilOn, basis: 'ZZ-L1.2', reasons: '防止损害扩大' })
    await expect(order('2026-04-01')).rejects.toMatchObject({ code: 'SUSPENSION_TOO_LONG', facts: { mostOn: '2026-03-31' } })
    await order('2026-03-31')
    expect(await isChoosable(other.uscc, monday)).toBe('INTERMEDIARY_SUSPENDED')
    expect(await isChoosable(other.uscc, '2026-03-31T15:59:59Z')).toBe('INTERMEDIARY_SUSPENDED')
    expect(await isChoosable(other.uscc, '2026-03-31T16:00:00Z')).toBe('CHOSEN')
    await liftSuspension(people.decider, { ...(await stepOf(people.decider, id)), reasons: '风险已消除' })
    expect(await isChoosable(other.uscc, monday)).toBe('CHOSEN')
    const again = liftSuspension(people.decider, { ...(await stepOf(people.decider, id)), reasons: '再次' })
    await expect(again).rejects.toMatchObject({ code: 'NO_SUSPENSION' })
  })

  it('ends with the decision', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'DEFENCE_FILED')
    const step = { untilOn: '2026-03-20', basis: 'ZZ-L1.2', reasons: '防止损害扩大' }
    await orderSuspension(people.decider, { ...(await stepOf(people.decider, id)), ...step })
    await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'NOT_FOUND', ...decisionTexts })
    expect(await isChoosable(other.uscc, monday)).toBe('CHOSEN')
  })
})

describe('two at once', () => {
  it('of two deciders one decides, the other is told to look again', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const id = await createCase(people, other.uscc, 'DEFENCE_FILED')
    const { number, version } = await stepOf(people.decider, id)
    const second = contextOf(test.platform, monday, { roles: ['DECIDER'] })
    const decide = (who: typeof second) =>
      decideViolation(who, {
        clientMutationId: randomUUID(),
        number,
        version,
        outcome: 'LISTED',
        publicUntilOn: '2028-03-02',
        ...decisionTexts,
      })
    const settled = await Promise.allSettled([decide(people.decider), decide(second)])
    const lost = settled.filter((one) => one.status === 'rejected')
    expect(lost).toHaveLength(1)
    expect(lost[0]?.reason).toBeInstanceOf(ConcurrentChangeError)
    expect(await test.platform.prisma.listEntry.count({ where: { caseId: id } })).toBe(1)
  })

  it('two decisions about one party both count', async () => {
    const other = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, other.subjectId, monday)
    const ids = await Promise.all([createCase(people, other.uscc, 'DEFENCE_FILED'), createCase(people, other.uscc, 'DEFENCE_FILED')])
    await Promise.all(
      ids.map(async (id) =>
        decideViolation(people.decider, { ...(await stepOf(people.decider, id)), outcome: 'FOUND_NOT_LISTED', ...decisionTexts }),
      ),
    )
    const standing = await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: other.subjectId } })
    expect(standing.conductScore).toBe(60)
  })
})
