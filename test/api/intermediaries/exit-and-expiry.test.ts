import { randomUUID } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { reviewEngagement } from '#services/engagements/review-engagement.ts'
import { completeExits } from '#services/intermediaries/complete-exits.ts'
import { decideRegisterChange } from '#services/intermediaries/decide-register-change.ts'
import { registerIntermediary } from '#services/intermediaries/register-intermediary.ts'
import { remindOfExpiry } from '#services/intermediaries/remind-of-expiry.ts'
import { requestExit } from '#services/intermediaries/request-exit.ts'
import { requestProfileChange } from '#services/intermediaries/request-profile-change.ts'
import { withdrawRegisterChange } from '#services/intermediaries/withdraw-register-change.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { fileDefence } from '#services/listings/file-defence.ts'
import { serveAdvanceNotice } from '#services/listings/serve-advance-notice.ts'
import { choiceOf, createEngagement, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import { contextOf, freshUscc } from '#test/factories/people.ts'
import { certificateOf, certified, changeStep, createCertifiedFirm, renew, staffOf } from '#test/factories/upkeep.ts'
import { createCase, decisionTexts, later, noticeTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
let test: TestPlatform
let owner: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  owner = await createOwner(test.platform, monday)
})
afterAll(() => test.close())

const id = () => randomUUID()
const system = (at: string) => contextOf(test.platform, at)
const statusOf = async (firm: { intermediaryId: string }) =>
  (await test.platform.prisma.intermediary.findUniqueOrThrow({ where: { id: firm.intermediaryId } })).status
const exits = (firm: { intermediaryId: string }) =>
  test.platform.prisma.auditEvent.count({ where: { action: 'intermediary.exit', entityId: firm.intermediaryId } })
const found = async (uscc: string, day: string, isChoosableOnly: boolean) => {
  const search = createPostgresSearch(test.pool)
  const plain = { serviceItemCodes: [], isOfferingAll: false, divisionCodes: [], grades: [], feeFromFen: null, feeToFen: null }
  const more = { daysFrom: null, daysTo: null, minDays: null, maxDays: null, sort: 'RELEVANCE' as const, page: 1, limit: 5 }
  return (await search.searchIntermediaries({ ...plain, ...more, text: uscc, isChoosableOnly, day })).total
}

describe('voluntary exit', () => {
  it('waits for engagement and review, takes nothing new meanwhile, and takes effect once', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, monday)
    const { number } = await createEngagement(owner, firm.uscc)
    const profile = await requestProfileChange(staff, { clientMutationId: id(), profile: { address: '新址' } })
    const exitId = await requestExit(staff, { clientMutationId: id(), reasons: '业务调整' })
    expect(await statusOf(firm)).toBe('EXITING')
    expect(await found(firm.uscc, '2026-11-02', false)).toBe(1)
    expect(await found(firm.uscc, '2026-11-02', true)).toBe(0)
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({ code: 'INTERMEDIARY_NOT_LISTED' })
    await expect(requestExit(staff, { clientMutationId: id() })).rejects.toMatchObject({ code: 'EXIT_ALREADY_REQUESTED' })

    expect(await completeExits(system(monday))).toEqual({ exited: 0 })
    const step = async () => {
      const { version } = await test.platform.prisma.engagement.findUniqueOrThrow({ where: { number } })
      return { clientMutationId: id(), number, version }
    }
    await deliverResult(staff, await step())
    expect(await completeExits(system(monday))).toEqual({ exited: 0 })
    await reviewEngagement(owner, { ...(await step()), quality: 5, timeliness: 5, attitude: 5, fees: 5, conduct: 5, comment: '' })

    const swept = await Promise.all([completeExits(system(monday)), completeExits(system(monday)), completeExits(system(monday))])
    expect(swept.reduce((sum, { exited }) => sum + exited, 0)).toBe(1)
    expect(await statusOf(firm)).toBe('EXITED')
    expect(await exits(firm)).toBe(1)
    expect(await found(firm.uscc, '2026-11-02', false)).toBe(0)
    const states = await test.platform.prisma.registerChange.findMany({ where: { id: { in: [exitId, profile] } }, orderBy: { id: 'asc' } })
    expect(states.map(({ kind, state }) => [kind, state])).toEqual([
      ['PROFILE', 'WITHDRAWN'],
      ['EXIT', 'ACCEPTED'],
    ])
    await expect(requestProfileChange(staff, { clientMutationId: id(), profile: { address: '又一新址' } })).rejects.toMatchObject({
      code: 'INTERMEDIARY_NOT_LISTED',
    })
  })

  it('a delivered result that nobody reviews holds the exit until the review window is over', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, monday)
    const { number, version } = await createEngagement(owner, firm.uscc)
    await deliverResult(staff, { clientMutationId: id(), number, version })
    await requestExit(staff, { clientMutationId: id() })
    // Fifteen working days after Monday the 2nd end with the 23rd.
    await completeExits(system('2026-11-23T15:59:59Z'))
    expect(await statusOf(firm)).toBe('EXITING')
    await completeExits(system('2026-11-23T16:00:00Z'))
    expect(await statusOf(firm)).toBe('EXITED')
  })

  it('a firm can not leave from under a procedure: the case ends first, and the firm may take its exit back', async () => {
    const firm = await createIntermediary(test.platform)
    const staff = staffOf(test.platform, firm, monday)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const caseId = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    const first = await requestExit(staff, { clientMutationId: id() })
    await withdrawRegisterChange(staff, await changeStep(staff, first))
    expect(await statusOf(firm)).toBe('LISTED')
    expect(await found(firm.uscc, '2026-11-02', true)).toBe(1)
    await requestExit(staff, { clientMutationId: id() })
    await completeExits(system(monday))
    expect(await statusOf(firm)).toBe('EXITING')
    await decideViolation(people.decider, { ...(await stepOf(people.decider, caseId)), ...decisionTexts, outcome: 'NOT_FOUND' })
    await completeExits(system(monday))
    expect(await statusOf(firm)).toBe('EXITED')
  })

  it('an investigation that the firm knows nothing of is not given away, and goes on after the exit', async () => {
    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, monday)
    const caseId = await createCase(people, firm.uscc, 'INVESTIGATING')
    await requestExit(staffOf(test.platform, firm, monday), { clientMutationId: id() })
    expect(await statusOf(firm)).toBe('EXITED')
    await serveAdvanceNotice(people.investigator, { ...(await stepOf(people.investigator, caseId)), ...noticeTexts })
    await fileDefence(people.party, { ...(await stepOf(people.party, caseId)), statement: '数据无误。', isWaiver: false })
    expect((await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id: caseId } })).state).toBe('DEFENCE_FILED')
  })

  it('with nothing running it is out at once, also against a choice at the same moment', async () => {
    const firm = await createIntermediary(test.platform)
    await requestExit(staffOf(test.platform, firm, monday), { clientMutationId: id() })
    expect(await statusOf(firm)).toBe('EXITED')

    const racing = await createIntermediary(test.platform)
    const [chosen] = await Promise.allSettled([
      chooseIntermediary(owner, choiceOf(racing.uscc)),
      requestExit(staffOf(test.platform, racing, monday), { clientMutationId: id() }),
    ])
    // Whoever came first: no engagement runs at a firm that is out.
    expect(await statusOf(racing)).toBe(chosen.status === 'fulfilled' ? 'EXITING' : 'EXITED')
  })
})

describe('certificates that end', () => {
  const choose = (uscc: string, at: string) =>
    chooseIntermediary(later(owner, at), { ...choiceOf(uscc), ...certified, clientMutationId: id() })

  it('block from the day after, at choice, in the search and at entry, until the renewal is accepted', async () => {
    const firm = await createCertifiedFirm(test.platform, '2026-11-20')
    await choose(firm.uscc, '2026-11-20T15:59:59Z')
    expect(await found(firm.uscc, '2026-11-20', true)).toBe(1)
    const dayAfter = '2026-11-20T16:00:00Z'
    await expect(choose(firm.uscc, dayAfter)).rejects.toMatchObject({
      code: 'QUALIFICATION_EXPIRED',
      facts: { validUntilOn: '2026-11-20' },
    })
    expect(await found(firm.uscc, '2026-11-21', true)).toBe(0)
    expect(await found(firm.uscc, '2026-11-21', false)).toBe(1)

    const staff = staffOf(test.platform, firm, dayAfter)
    const change = await renew(staff, firm, '2026-11-21', '2031-11-20')
    await expect(choose(firm.uscc, dayAfter)).rejects.toMatchObject({ code: 'QUALIFICATION_EXPIRED' })
    const reform = contextOf(test.platform, dayAfter, { roles: ['REFORM_OFFICE'] })
    await decideRegisterChange(reform, { ...(await changeStep(reform, change.id)), outcome: 'ACCEPTED' })
    await choose(firm.uscc, dayAfter)
    expect(await found(firm.uscc, '2026-11-21', true)).toBe(1)

    const late = registerIntermediary(contextOf(test.platform, dayAfter, { roles: ['REFORM_OFFICE'] }), {
      clientMutationId: id(),
      ...{ name: '虚构过期资质有限公司', uscc: freshUscc(), divisionCode: '410105', legalForm: '有限责任公司', legalRepresentative: '甲' },
      ...{ address: '郑州', phone: '0371-55550000', practitioners: [] },
      qualifications: [{ ...certificateOf('过期'), validUntilOn: '2026-11-20' }],
      offerings: [{ ...certified, divisionCodes: ['410100'], feeSchedule: { kind: 'FIXED', feeFen: certified.feeFen } }],
    })
    await expect(late).rejects.toMatchObject({ code: 'QUALIFICATION_EXPIRED' })
  })

  it('a renewal that begins later stands beside the old certificate', async () => {
    const firm = await createCertifiedFirm(test.platform, '2026-11-30')
    const staff = staffOf(test.platform, firm, monday)
    const change = await renew(staff, firm, '2026-12-05', '2031-12-04')
    const reform = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'] })
    await decideRegisterChange(reform, { ...(await changeStep(reform, change.id)), outcome: 'ACCEPTED' })
    await choose(firm.uscc, '2026-11-30T01:00:00Z')
    await expect(choose(firm.uscc, '2026-12-01T01:00:00Z')).rejects.toMatchObject({ code: 'QUALIFICATION_EXPIRED' })
    await choose(firm.uscc, '2026-12-05T01:00:00Z')
  })

  it('are announced 90, 30 and 7 days ahead, once each, whoever sweeps, and told to the firm', async () => {
    const firm = await createCertifiedFirm(test.platform, '2026-12-20', '2026-09-01T01:00:00Z')
    const sent = () =>
      test.platform.prisma.qualificationReminder.findMany({ where: { qualificationId: firm.qualificationId }, orderBy: { sentAt: 'asc' } })
    const sweep = async (at: string) => {
      await Promise.all([remindOfExpiry(system(at)), remindOfExpiry(system(at)), remindOfExpiry(system(at))])
      return (await sent()).map(({ daysAhead }) => daysAhead)
    }
    expect(await sweep('2026-09-20T15:59:59Z')).toEqual([])
    expect(await sweep('2026-09-20T16:00:00Z')).toEqual([90])
    expect(await sweep('2026-11-19T15:59:59Z')).toEqual([90])
    expect(await sweep('2026-11-20T01:00:00Z')).toEqual([90, 30])
    // The program stood still on the day itself.
    expect(await sweep('2026-12-15T01:00:00Z')).toEqual([90, 30, 7])
    expect(await sweep('2026-12-21T01:00:00Z')).toEqual([90, 30, 7])
    const topic = 'intermediaries.qualificationExpiring'
    expect(await test.platform.prisma.outboxEvent.count({ where: { topic, entityId: firm.qualificationId } })).toBe(3)
    await drainOutbox(system('2026-12-21T01:00:00Z'), pino({ level: 'silent' }))
    const told = await test.platform.prisma.notification.findMany({ where: { subjectId: firm.subjectId, kind: topic } })
    expect(told).toHaveLength(3)
    expect(told[0]?.facts).toMatchObject({ name: '测绘资质证书', untilOn: '2026-12-20' })
  })

  it('a firm that was entered late gets the next reminder only; a renewal starts anew', async () => {
    const firm = await createCertifiedFirm(test.platform, '2026-12-20', '2026-10-05T01:00:00Z')
    const days = async () =>
      (await test.platform.prisma.qualificationReminder.findMany({ where: { qualificationId: firm.qualificationId } })).map(
        (one) => one.daysAhead,
      )
    await remindOfExpiry(system('2026-10-06T01:00:00Z'))
    expect(await days()).toEqual([])
    await remindOfExpiry(system('2026-11-20T01:00:00Z'))
    expect(await days()).toEqual([30])

    const at = '2026-11-21T01:00:00Z'
    const change = await renew(staffOf(test.platform, firm, at), firm, '2026-11-01', '2027-03-01')
    const reform = contextOf(test.platform, at, { roles: ['REFORM_OFFICE'] })
    await decideRegisterChange(reform, { ...(await changeStep(reform, change.id)), outcome: 'ACCEPTED' })
    await remindOfExpiry(system('2026-12-14T01:00:00Z'))
    expect((await days()).sort()).toEqual([30, 90].sort())
  })
})
