import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { endOfShanghaiDay } from '#domain/kernel/calendar-day.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { checkCredit } from '#services/checks/check-credit.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { filesOf } from '#services/files/files-of.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import { noticeRules } from '#services/notifications/notice-rules.ts'
import { applyForRepair } from '#services/remedies/apply-for-repair.ts'
import { decideAppeal } from '#services/remedies/decide-appeal.ts'
import { decideRepair } from '#services/remedies/decide-repair.ts'
import { fileAppeal } from '#services/remedies/file-appeal.ts'
import { startAppealReview } from '#services/remedies/start-appeal-review.ts'
import { withdrawAppeal } from '#services/remedies/withdraw-appeal.ts'
import { contextOf } from '#test/factories/people.ts'
import {
  answerTexts,
  appealOf,
  appealStep,
  codeOf,
  grounds,
  officerOf,
  openAppeals,
  partyAt,
  repairStep,
  repairTexts,
  reviewerOf,
} from '#test/factories/remedies.ts'
import { later, pdf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T01:00:00Z'
const tuesday = '2026-03-03T01:00:00Z'

const test = await openTestPlatform()
const { bodies, listed, reviewer, standingOf, takenUp } = await openAppeals(test.platform, { listedAt: monday, at: tuesday })
afterAll(() => test.close())

describe('R5 appeal: filed', () => {
  it('marks the entry at once, in the standing, too; its effects go on', async () => {
    const of = await listed()
    const id = await fileAppeal(partyAt(of, tuesday), {
      clientMutationId: randomUUID(),
      caseNumber: of.caseNumber,
      ...grounds,
      files: [{ fileName: '原始记录.pdf', content: pdf() }],
    })
    expect((await standingOf(of)).lists).toMatchObject([{ list: 'BLACKLIST', isUnderAppeal: true }])
    const officer = contextOf(test.platform, tuesday, { roles: ['WINDOW_OFFICER'] })
    const { answer } = await checkCredit(officer, of.firm.uscc)
    expect(answer).toMatchObject({ result: 'BARRED', purposes: [{ reasons: [{ isUnderAppeal: true }] }, {}, {}, {}] })
    const row = await test.platform.prisma.appeal.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ state: 'FILED', ruleSetVersion: 'ZZ-LISTING-1', subjectId: of.firm.subjectId })
    expect(fromDbDay(row.answerDueOn)).toBe('2026-03-12')
    expect(await filesOf(reviewer(), 'APPEAL', id)).toMatchObject([{ purpose: 'GROUNDS', file: { fileName: '原始记录.pdf' } }])
    const stranger = contextOf(test.platform, tuesday, { roles: ['INTERMEDIARY'], subjectId: randomUUID() })
    expect(await filesOf(stranger, 'APPEAL', id)).toEqual([])
  })

  it('until the last instant of the tenth working day after service', async () => {
    const of = await listed()
    const { appealDueOn } = await test.platform.prisma.violationCase.findUniqueOrThrow({ where: { id: of.caseId } })
    expect(appealDueOn && fromDbDay(appealDueOn)).toBe('2026-03-16')
    const over = endOfShanghaiDay('2026-03-16')
    expect(await codeOf(appealOf(of, over.toISOString()))).toBe('APPEAL_WINDOW_OVER')
    expect(await codeOf(appealOf(of, new Date(over.getTime() - 1).toISOString()))).toBe('OK')
  })

  it('by the party only; another does not even learn of the case', async () => {
    const of = await listed()
    const other = await listed()
    const stranger = { ...partyAt(other, tuesday) }
    const attempt = () => fileAppeal(stranger, { clientMutationId: randomUUID(), caseNumber: of.caseNumber, ...grounds })
    await expect(attempt()).rejects.toThrow(NotFoundError)
    const official = () => fileAppeal(reviewer(), { clientMutationId: randomUUID(), caseNumber: of.caseNumber, ...grounds })
    await expect(official()).rejects.toThrow(ForbiddenError)
  })

  it('two at once are one', async () => {
    const of = await listed()
    const attempts = await Promise.all([codeOf(appealOf(of, tuesday)), codeOf(appealOf(of, tuesday))])
    expect(attempts.toSorted()).toEqual(['APPEAL_OPEN', 'OK'])
    expect(await test.platform.prisma.appeal.count({ where: { caseId: of.caseId } })).toBe(1)
  })

  it('a retry of the same wish is the same appeal', async () => {
    const of = await listed()
    const wish = { clientMutationId: randomUUID(), caseNumber: of.caseNumber, ...grounds }
    expect(await fileAppeal(partyAt(of, tuesday), wish)).toBe(await fileAppeal(partyAt(of, tuesday), wish))
  })

  it('withdrawn, the mark goes, and in time another may be filed', async () => {
    const of = await listed()
    const id = await appealOf(of, tuesday)
    await withdrawAppeal(partyAt(of, tuesday), await appealStep(test.platform, id))
    expect((await standingOf(of)).lists).toMatchObject([{ isUnderAppeal: false }])
    await appealOf(of, '2026-03-04T01:00:00Z')
    expect((await standingOf(of)).lists).toMatchObject([{ isUnderAppeal: true }])
  })
})

describe('R5 appeal: a reviewer outside the chain', () => {
  it('not of the deciding body, of the one above or the one below', async () => {
    const id = await appealOf(await listed(), tuesday)
    for (const body of [bodies.office, bodies.city, bodies.station]) {
      const step = await appealStep(test.platform, id)
      expect(await codeOf(startAppealReview(reviewerOf(test.platform, { review: body }, tuesday), step))).toBe('WITHIN_DECIDING_CHAIN')
    }
    expect(await codeOf(startAppealReview(reviewer(), await appealStep(test.platform, id)))).toBe('OK')
  })

  it('not who reported, investigated or decided, though they now sit in the other body', async () => {
    const of = await listed()
    const id = await appealOf(of, tuesday)
    for (const who of [of.people.reporter, of.people.investigator, of.people.decider]) {
      const moved = {
        ...later(who, tuesday),
        viewer: { ...who.viewer, roles: ['APPEAL_REVIEWER'] as const, organisationId: bodies.review },
      }
      expect(await codeOf(startAppealReview(moved, await appealStep(test.platform, id)))).toBe('SEPARATION_OF_DUTIES')
    }
  })

  it('only who took it up decides; a decider has no hand in it', async () => {
    const of = await listed()
    const { id } = await takenUp(of)
    const decision = { outcome: 'UPHELD', ...answerTexts } as const
    expect(await codeOf(decideAppeal(reviewer(), { ...(await appealStep(test.platform, id)), ...decision }))).toBe('NOT_REVIEWER_OF_APPEAL')
    const decider = async () => decideAppeal(later(of.people.decider, tuesday), { ...(await appealStep(test.platform, id)), ...decision })
    await expect(decider()).rejects.toThrow(ForbiddenError)
  })

  it('tells the reviewers outside the chain that an appeal waits, and nobody inside', async () => {
    const { prisma } = test.platform
    for (const organisationId of [bodies.office, bodies.review]) {
      const user = await prisma.user.create({ data: { name: '复核人', email: `${randomUUID()}@example.com` } })
      const roles: ('APPEAL_REVIEWER' | 'DECIDER')[] = ['APPEAL_REVIEWER']
      await prisma.membership.create({ data: { userId: user.id, organisationId, roles, createdAt: new Date(monday) } })
    }
    const id = await appealOf(await listed(), tuesday)
    const [notice] = (await noticeRules['remedies.appealFiled']?.noticesOf(prisma, id)) ?? []
    const told = notice?.recipients.map((one) => ('organisationId' in one ? one.organisationId : null))
    expect(told).toContain(bodies.review)
    expect(told).not.toContain(bodies.office)
  })
})

describe('R5 appeal: races', () => {
  it('decided and withdrawn in the same moment: one of them happened', async () => {
    const of = await listed()
    const { id, by } = await takenUp(of)
    const step = await appealStep(test.platform, id)
    const [decided, withdrawn] = await Promise.all([
      codeOf(decideAppeal(by, { ...step, clientMutationId: randomUUID(), outcome: 'ANNULLED', ...answerTexts })),
      codeOf(withdrawAppeal(partyAt(of, tuesday), step)),
    ])
    expect([decided, withdrawn].toSorted()).toEqual(['CONCURRENT_CHANGE', 'OK'])
    const { state } = await test.platform.prisma.appeal.findUniqueOrThrow({ where: { id } })
    const entry = await test.platform.prisma.listEntry.findUniqueOrThrow({ where: { id: of.entryId } })
    expect([state, entry.status]).toEqual(decided === 'OK' ? ['ANNULLED', 'ANNULLED'] : ['WITHDRAWN', 'ACTIVE'])
  })

  it('two reviewers take one up: one has it', async () => {
    const id = await appealOf(await listed(), tuesday)
    const step = await appealStep(test.platform, id)
    const attempts = [reviewer(), reviewer()].map((by) => codeOf(startAppealReview(by, { ...step, clientMutationId: randomUUID() })))
    expect((await Promise.all(attempts)).toSorted()).toEqual(['CONCURRENT_CHANGE', 'OK'])
  })

  it.each([1, 2, 3])('annulled and repaired in the same moment (%i): annulled it is, whichever came first', async () => {
    // General: the least publicity is over on 2026-06-02; the appeal of March still waits for its answer.
    const of = await listed({ violationCode: 'V-RPT-02', months: 12 })
    const { id, by } = await takenUp(of)
    const june = '2026-06-02T01:00:00Z'
    const wish = { clientMutationId: randomUUID(), entryNumber: of.entryNumber, ...repairTexts }
    const repairId = await applyForRepair(partyAt(of, june), wish)
    const decider = officerOf(test.platform, june, 'DECIDER', bodies.office)
    const grant = { outcome: 'GRANTED', isCorrected: true, isPerformed: true, ...answerTexts } as const
    const [annulled] = await Promise.all([
      codeOf(decideAppeal(later(by, june), { ...(await appealStep(test.platform, id)), outcome: 'ANNULLED', ...answerTexts })),
      codeOf(decideRepair(decider, { ...(await repairStep(test.platform, repairId)), ...grant })),
    ])
    expect(annulled).toBe('OK')
    const entry = await test.platform.prisma.listEntry.findUniqueOrThrow({ where: { id: of.entryId } })
    const repair = await test.platform.prisma.creditRepair.findUniqueOrThrow({ where: { id: repairId } })
    expect(entry.status).toBe('ANNULLED')
    expect(['GRANTED', 'WITHDRAWN']).toContain(repair.state)
    expect(await standingOf(of)).toMatchObject({ lists: [], bars: [], conductScore: 100 })
  })

  it('a version that was looked at before is refused', async () => {
    const id = await appealOf(await listed(), tuesday)
    const step = { ...(await appealStep(test.platform, id)), version: 99 }
    await expect(startAppealReview(reviewer(), step)).rejects.toThrow(ConcurrentChangeError)
  })
})

it('after all of it every standing equals its facts', async () => {
  const system = contextOf(test.platform, '2026-06-03T01:00:00Z')
  expect((await verifyAllStandings(system)).differing).toEqual([])
})
