import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { checkCredit } from '#services/checks/check-credit.ts'
import { issueCheckReceipt } from '#services/checks/issue-check-receipt.ts'
import { rebuildStanding } from '#services/credit/rebuild-standing.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { noticeRules } from '#services/notifications/notice-rules.ts'
import { decideAppeal } from '#services/remedies/decide-appeal.ts'
import { refuseAppealAdmission } from '#services/remedies/refuse-appeal-admission.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { contextOf } from '#test/factories/people.ts'
import { answerTexts, appealOf, appealStep, closeAccount, codeOf, officerOf, openAppeals } from '#test/factories/remedies.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T01:00:00Z'
const tuesday = '2026-03-03T01:00:00Z'

const test = await openTestPlatform()
const { listed, reviewer, standingOf, takenUp } = await openAppeals(test.platform, { listedAt: monday, at: tuesday })
afterAll(() => test.close())

describe('R5 appeal: annulled', () => {
  it('entry, effects and points are as if never made, and everyone who received the entry is told', async () => {
    const { prisma } = test.platform
    const of = await listed()
    const agency = await prisma.organisation.create({
      data: { kind: 'AGENCY', nameZh: '虚构审批局', divisionCode: '410100', createdAt: new Date(monday) },
    })
    const officer = officerOf(test.platform, monday, 'WINDOW_OFFICER', agency.id)
    const check = { code: of.firm.uscc, purpose: '受理前核查' }
    await issueCheckReceipt(officer, { clientMutationId: randomUUID(), ...check })
    const { id, by } = await takenUp(of)
    await decideAppeal(by, { ...(await appealStep(test.platform, id)), outcome: 'ANNULLED', ...answerTexts })

    const entry = await prisma.listEntry.findUniqueOrThrow({ where: { id: of.entryId } })
    expect(entry).toMatchObject({ status: 'ANNULLED', endedAt: new Date(tuesday) })
    expect(entry.delistingNumber).toMatch(/^YC-2026-\d{6}$/)
    expect(await prisma.creditEvent.findFirstOrThrow({ where: { sourceId: of.caseId } })).toMatchObject({ annulledAt: new Date(tuesday) })
    expect(await standingOf(of)).toMatchObject({ lists: [], bars: [], grade: 'N', conductScore: 100 })
    expect((await checkCredit(later(officer, tuesday), of.firm.uscc)).answer).toMatchObject({ result: 'CLEAR' })
    // What was signed on the day before is reproduced as it stood.
    expect(await rebuildStanding(prisma, of.firm.subjectId, new Date(monday))).toMatchObject({ grade: 'E' })

    const notices = (await noticeRules['listings.entryAnnulled']?.noticesOf(prisma, of.entryId)) ?? []
    expect(notices).toMatchObject([
      { kind: 'listings.entryAnnulled', recipients: [{ subjectId: of.firm.subjectId }] },
      {
        kind: 'listings.receivedEntryAnnulled',
        recipients: [{ organisationId: agency.id, role: 'WINDOW_OFFICER' }, { userId: officer.viewer.userId }],
      },
    ])
    const served = await prisma.documentService.findMany({ where: { procedure: 'APPEAL', entityId: id } })
    expect(served).toMatchObject([{ document: 'APPEAL_DECISION', subjectId: of.firm.subjectId, method: 'PLATFORM' }])
  })

  it('reaches a finding that brought no listing: the points go', async () => {
    const of = await listed({ outcome: 'FOUND_NOT_LISTED' })
    expect(await standingOf(of)).toMatchObject({ conductScore: 80 })
    const { id, by } = await takenUp(of)
    await decideAppeal(by, { ...(await appealStep(test.platform, id)), outcome: 'ANNULLED', ...answerTexts })
    expect(await standingOf(of)).toMatchObject({ conductScore: 100, grade: 'N' })
  })
})

describe('R5 appeal: varied, upheld, not admitted', () => {
  it('a shorter publicity holds everywhere at once', async () => {
    const of = await listed()
    const { id, by } = await takenUp(of)
    const step = { ...(await appealStep(test.platform, id)), outcome: 'VARIED', ...answerTexts, newUntilOn: '2027-06-30' } as const
    await decideAppeal(by, step)
    expect((await standingOf(of)).bars).toMatchObject([{ until: '2027-06-30' }, { until: '2027-06-30' }])
    expect((await standingOf(of)).lists).toMatchObject([{ until: '2027-06-30', isUnderAppeal: false }])
  })

  it('no listing: the entry falls, the points stay', async () => {
    const of = await listed()
    const { id, by } = await takenUp(of)
    await decideAppeal(by, { ...(await appealStep(test.platform, id)), outcome: 'VARIED', ...answerTexts })
    expect(await standingOf(of)).toMatchObject({ lists: [], bars: [], conductScore: 80 })
  })

  it('never for the worse', async () => {
    const of = await listed()
    const { id, by } = await takenUp(of)
    const step = { ...(await appealStep(test.platform, id)), outcome: 'VARIED', ...answerTexts, newUntilOn: '2029-03-02' } as const
    expect(await codeOf(decideAppeal(by, step))).toBe('VARIED_FOR_THE_WORSE')
  })

  it('upheld: the mark goes, the rest stays, and there is no second appeal', async () => {
    const of = await listed()
    const { id, by } = await takenUp(of)
    await decideAppeal(by, { ...(await appealStep(test.platform, id)), outcome: 'UPHELD', ...answerTexts })
    expect(await standingOf(of)).toMatchObject({ grade: 'E', lists: [{ isUnderAppeal: false }] })
    expect(await codeOf(appealOf(of, tuesday))).toBe('APPEAL_ANSWERED')
  })

  it('not admitted, with reasons and a number; in time another may be filed', async () => {
    const of = await listed()
    const id = await appealOf(of, tuesday)
    await refuseAppealAdmission(reviewer(), { ...(await appealStep(test.platform, id)), ...answerTexts })
    const row = await test.platform.prisma.appeal.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ state: 'NOT_ADMITTED', decisionReasons: answerTexts.reasons })
    expect(row.decisionNumber).toMatch(/^SJ-2026-\d{6}$/)
    expect(await codeOf(appealOf(of, '2026-03-05T01:00:00Z'))).toBe('OK')
  })
})

describe('R5 appeal: the answer reaches its party', () => {
  /** A practitioner whose account was closed after the appeal. */
  const unreachable = async () => {
    const of = await listed({ isPractitioner: true })
    const id = await appealOf(of, tuesday)
    await closeAccount(test.platform, of)
    return id
  }
  const servicesOf = (entityId: string) => test.platform.prisma.documentService.findMany({ where: { entityId } })

  it.each([
    ['IN_PERSON', '2026-03-03'],
    ['POST', '2026-03-03'],
    ['PUBLIC_NOTICE', '2026-04-02'],
  ] as const)('without an account another way is named: %s, served on %s', async (serviceMethod, servedOn) => {
    const id = await unreachable()
    const by = reviewer()
    await startAppealReview(by, await appealStep(test.platform, id))
    const step = { ...(await appealStep(test.platform, id)), outcome: 'UPHELD', ...answerTexts } as const
    expect(await codeOf(decideAppeal(by, step))).toBe('SERVICE_METHOD_REQUIRED')
    expect(await codeOf(decideAppeal(by, { ...step, serviceMethod: 'PLATFORM' }))).toBe('SERVICE_METHOD_REQUIRED')
    expect((await test.platform.prisma.appeal.findUniqueOrThrow({ where: { id } })).state).toBe('UNDER_REVIEW')
    await decideAppeal(by, { ...step, serviceMethod })
    expect(await servicesOf(id)).toMatchObject([{ method: serviceMethod, servedOn: new Date(servedOn) }])
  })

  it('not admitted: the same', async () => {
    const id = await unreachable()
    const step = { ...(await appealStep(test.platform, id)), ...answerTexts }
    expect(await codeOf(refuseAppealAdmission(reviewer(), step))).toBe('SERVICE_METHOD_REQUIRED')
    await refuseAppealAdmission(reviewer(), { ...step, serviceMethod: 'POST' })
    expect(await servicesOf(id)).toMatchObject([{ method: 'POST' }])
  })
})

it('after all of it every standing equals its facts', async () => {
  const system = contextOf(test.platform, '2026-06-03T01:00:00Z')
  expect((await verifyAllStandings(system)).differing).toEqual([])
})
