import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { anonymous } from '#domain/access/viewer.ts'
import { checkCredit } from '#services/checks/check-credit.ts'
import { issueCheckReceipt } from '#services/checks/issue-check-receipt.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { visibleEntries } from '#services/listings/visible-entries.ts'
import { noticeRules } from '#services/notifications/notice-rules.ts'
import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { decideRepair } from '#services/remedies/decide-repair.ts'
import { remindOfRemedies } from '#services/remedies/remind-of-remedies.ts'
import { withdrawRepair } from '#services/remedies/withdraw-repair.ts'
import { contextOf } from '#test/factories/people.ts'
import {
  answerTexts,
  closeAccount,
  codeOf,
  createBodies,
  createListedFirm,
  officerOf,
  partyAt,
  repairStep,
  repairTexts,
} from '#test/factories/remedies.ts'
import type { Bodies, ListedFirm } from '#test/factories/remedies.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

// The rulebook's own example: a document of 2026-04-10, general: earliest repair 2026-07-10, automatic end 2027-04-10.
const april = '2026-04-10T02:00:00Z'
const beforeJuly10 = new Date(endOfShanghaiDay('2026-07-09').getTime() - 1).toISOString()
const july10 = endOfShanghaiDay('2026-07-09').toISOString()
const july13 = '2026-07-13T02:00:00Z'
let test: TestPlatform
let bodies: Bodies

beforeAll(async () => {
  test = await openTestPlatform()
  bodies = await createBodies(test.platform)
})
afterAll(() => test.close())

const listed = () => createListedFirm(test.platform, bodies, april, { violationCode: 'V-RPT-02', months: 12 })
const applicationOf = (of: ListedFirm, at = july10) =>
  applyForRepair(partyAt(of, at), { clientMutationId: randomUUID(), entryNumber: of.entryNumber, ...repairTexts })
const decider = (at = july13) => officerOf(test.platform, at, 'DECIDER', bodies.office)
const found = { isCorrected: true, isPerformed: true, ...answerTexts }
const standingOf = ({ firm }: ListedFirm) => test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })

describe('R5 credit repair: applied for', () => {
  it('from the first instant of 2026-07-10, not an instant before', async () => {
    const of = await listed()
    expect(await codeOf(applicationOf(of, beforeJuly10))).toBe('REPAIR_TOO_EARLY')
    expect(await codeOf(applicationOf(of))).toBe('OK')
    expect(await codeOf(applicationOf(of))).toBe('REPAIR_OPEN')
  })

  it('two at once are one', async () => {
    const of = await listed()
    expect((await Promise.all([codeOf(applicationOf(of)), codeOf(applicationOf(of))])).toSorted()).toEqual(['OK', 'REPAIR_OPEN'])
  })

  it('by the party only', async () => {
    const of = await listed()
    const wish = { clientMutationId: randomUUID(), entryNumber: of.entryNumber, ...repairTexts }
    const stranger = contextOf(test.platform, july10, { roles: ['INTERMEDIARY'], subjectId: randomUUID() })
    await expect(applyForRepair(stranger, wish)).rejects.toThrow(ForbiddenError)
    const nowhere = { ...wish, clientMutationId: randomUUID(), entryNumber: 'MD-2026-999999' }
    await expect(applyForRepair(partyAt(of, july10), nowhere)).rejects.toThrow(NotFoundError)
  })

  it('taken back, and applied for again', async () => {
    const of = await listed()
    const id = await applicationOf(of)
    await withdrawRepair(partyAt(of, july13), await repairStep(test.platform, id))
    expect(await codeOf(applicationOf(of, july13))).toBe('OK')
  })

  it('tells the party on the first day, once', async () => {
    const of = await listed()
    const system = contextOf(test.platform, july10)
    await remindOfRemedies(system)
    await remindOfRemedies(system)
    const told = await test.platform.prisma.outboxEvent.count({ where: { topic: 'remedies.repairPossible', entityId: of.entryId } })
    expect(told).toBe(1)
  })
})

describe('R5 credit repair: granted', () => {
  it('publicity, sharing and effects end together; the points run out by their own day; receivers are told', async () => {
    const { prisma } = test.platform
    const of = await listed()
    const officer = contextOf(test.platform, april, { roles: ['WINDOW_OFFICER'] })
    await issueCheckReceipt(officer, { clientMutationId: randomUUID(), code: of.firm.uscc, purpose: '受理前核查' })
    // Who asked before the entry was made knows nothing of it, and isn't bothered.
    const other = await listed()
    const early = contextOf(test.platform, '2026-04-09T02:00:00Z', { roles: ['WINDOW_OFFICER'] })
    await issueCheckReceipt(early, { clientMutationId: randomUUID(), code: other.firm.uscc, purpose: '受理前核查' })

    const id = await applicationOf(of)
    await decideRepair(decider(), { ...(await repairStep(test.platform, id)), outcome: 'GRANTED', ...found })

    const entry = await prisma.listEntry.findUniqueOrThrow({ where: { id: of.entryId } })
    expect(entry).toMatchObject({ status: 'REPAIRED', endedAt: new Date(july13) })
    expect(await standingOf(of)).toMatchObject({
      grade: 'N',
      conductScore: 90,
      lists: [{ until: '2026-07-12' }],
      bars: [{ until: '2026-07-12' }, { until: '2026-07-12' }],
    })
    expect((await checkCredit(later(officer, july13), of.firm.uscc)).answer).toMatchObject({ result: 'CLEAR' })
    expect(await prisma.listEntry.count({ where: { AND: [{ id: of.entryId }, visibleEntries(anonymous, '2026-07-13')] } })).toBe(0)

    const notices = (await noticeRules['listings.entryRepaired']?.noticesOf(prisma, of.entryId)) ?? []
    expect(notices.map(({ recipients }) => recipients)).toEqual([[{ subjectId: of.firm.subjectId }], [{ userId: officer.viewer.userId }]])
    const nobody = (await noticeRules['listings.entryRepaired']?.noticesOf(prisma, other.entryId)) ?? []
    expect(nobody.map(({ recipients }) => recipients.length)).toEqual([1, 0])
    expect(await codeOf(applicationOf(of, july13))).toBe('ENTRY_ENDED')
  })

  it('only on what was found, by who neither reported nor investigated', async () => {
    const of = await listed()
    const id = await applicationOf(of)
    const step = async () => ({ ...(await repairStep(test.platform, id)), outcome: 'GRANTED', ...found }) as const
    expect(await codeOf(decideRepair(decider(), { ...(await step()), isPerformed: false }))).toBe('REPAIR_CONDITIONS_UNMET')
    for (const who of [of.people.reporter, of.people.investigator]) {
      const moved = { ...later(who, july13), viewer: { ...who.viewer, roles: ['DECIDER'] as const } }
      expect(await codeOf(decideRepair(moved, await step()))).toBe('SEPARATION_OF_DUTIES')
    }
    const reviewer = officerOf(test.platform, july13, 'APPEAL_REVIEWER', bodies.review)
    await expect(step().then((input) => decideRepair(reviewer, input))).rejects.toThrow(ForbiddenError)
  })

  it('decided twice in the same moment: once', async () => {
    const of = await listed()
    const id = await applicationOf(of)
    const step = await repairStep(test.platform, id)
    const attempts = (['GRANTED', 'REFUSED'] as const).map((outcome) =>
      codeOf(decideRepair(decider(), { ...step, clientMutationId: randomUUID(), outcome, ...found })),
    )
    expect((await Promise.all(attempts)).toSorted()).toEqual(['CONCURRENT_CHANGE', 'OK'])
  })
})

describe('R5 credit repair: refused', () => {
  it('in writing; the entry stays, and the party may apply again', async () => {
    const of = await listed()
    const id = await applicationOf(of)
    await decideRepair(decider(), { ...(await repairStep(test.platform, id)), outcome: 'REFUSED', ...found, isPerformed: false })
    const row = await test.platform.prisma.creditRepair.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ state: 'REFUSED', decisionReasons: answerTexts.reasons })
    expect(row.decisionNumber).toMatch(/^XJ-2026-\d{6}$/)
    expect(await standingOf(of)).toMatchObject({ grade: 'E' })
    expect(await codeOf(applicationOf(of, july13))).toBe('OK')
  })

  it('R5: the decision reaches its party: without an account another way is named', async () => {
    const of = await createListedFirm(test.platform, bodies, april, { violationCode: 'V-RPT-15', months: 12, isPractitioner: true })
    const id = await applicationOf(of)
    await closeAccount(test.platform, of)
    const step = { ...(await repairStep(test.platform, id)), outcome: 'GRANTED', ...found } as const
    expect(await codeOf(decideRepair(decider(), step))).toBe('SERVICE_METHOD_REQUIRED')
    expect((await test.platform.prisma.listEntry.findUniqueOrThrow({ where: { id: of.entryId } })).status).toBe('ACTIVE')
    await decideRepair(decider(), { ...step, serviceMethod: 'POST' })
    const served = await test.platform.prisma.documentService.findMany({ where: { entityId: id } })
    expect(served).toMatchObject([{ document: 'REPAIR_DECISION', method: 'POST', servedOn: new Date('2026-07-13') }])
  })

  it('a decider is reminded a working day ahead and on the day, each once', async () => {
    const of = await listed()
    const id = await applicationOf(of)
    // Filed on Friday 2026-07-10: the answer is due on Friday 2026-07-24.
    const sentBy = async (at: string) => {
      await remindOfRemedies(contextOf(test.platform, at))
      return test.platform.prisma.outboxEvent.count({ where: { topic: 'remedies.repairDue', entityId: id } })
    }
    expect(await sentBy('2026-07-22T02:00:00Z')).toBe(0)
    expect(await sentBy('2026-07-23T02:00:00Z')).toBe(1)
    expect(await sentBy('2026-07-24T02:00:00Z')).toBe(2)
    expect(await sentBy('2026-07-27T02:00:00Z')).toBe(2)
  })
})

it('after all of it every standing equals its facts', async () => {
  expect((await verifyAllStandings(contextOf(test.platform, july13))).differing).toEqual([])
})
