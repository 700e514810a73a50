import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drainOutbox } from '#jobs/drain-outbox.ts'
import { amendReview } from '#services/engagements/amend-review.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { liftModeration } from '#services/engagements/lift-moderation.ts'
import { moderateReview } from '#services/engagements/moderate-review.ts'
import { replyToReview } from '#services/engagements/reply-to-review.ts'
import { reviewEngagement } from '#services/engagements/review-engagement.ts'
import { reviewTasks } from '#services/engagements/review-tasks.ts'
import { rebuildStanding } from '#services/credit/rebuild-standing.ts'
import { ForbiddenError, NotFoundError, ValidationError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { engagementStep, providerOf } from '#test/factories/contracting.ts'
import { contextOf } from '#test/factories/people.ts'
import { createDelivered, createOfficer } from '#test/factories/reviewing.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-11-02T01:00:00Z'
const fives = { quality: 5, timeliness: 5, attitude: 5, fees: 5, conduct: 5, comment: '按时、专业' }
const ones = { quality: 1, timeliness: 1, attitude: 1, fees: 1, conduct: 1, comment: '' }

let test: TestPlatform
let firm: RegisteredIntermediary
let owner: UseCaseContext
let authority: UseCaseContext
let office: UseCaseContext
let elsewhere: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  const { platform } = test
  firm = await createIntermediary(platform)
  owner = await createOwner(platform, monday)
  const { approvingAgencyZh } = await platform.prisma.serviceItem.findUniqueOrThrow({ where: { code: 'ZJ-EIA-001' } })
  const manager = { kind: 'AGENCY', role: 'AGENCY_MANAGER', agencyKindZh: approvingAgencyZh } as const
  authority = await createOfficer(platform, monday, { ...manager, divisionCode: '410100', nameZh: '测试主管局' })
  elsewhere = await createOfficer(platform, monday, { ...manager, divisionCode: '410200', nameZh: '外市主管局' })
  office = await createOfficer(platform, monday, { kind: 'REFORM_OFFICE', role: 'REFORM_OFFICE', divisionCode: '410100' })
})
afterAll(() => test.close())

const review = async (who: UseCaseContext, number: string, marks = fives) => {
  await reviewEngagement(who, { ...(await engagementStep(owner, number)), ...marks })
  return reviewOf(number, who)
}
const reviewOf = async (number: string, who: UseCaseContext) => {
  const rater = who.viewer.subjectId ? 'OWNER' : who.viewer.roles.includes('AGENCY_MANAGER') ? 'AUTHORITY' : 'PLATFORM'
  return test.platform.prisma.serviceReview.findFirstOrThrow({ where: { rater, engagement: { number } }, include: { versions: true } })
}
const scoreOf = async (subjectId = firm.subjectId) =>
  (await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })).reviewScore
const step = (reviewId: string) => ({ clientMutationId: randomUUID(), reviewId })

describe('R4: three raters, 5 : 3 : 2', () => {
  it('each once, whoever is present weighs, and it counts at once', async () => {
    const rated = await createIntermediary(test.platform)
    const number = await createDelivered(owner, rated.uscc)
    await review(owner, number)
    expect(await scoreOf(rated.subjectId)).toBe(100)
    await review(authority, number, ones)
    // 100 × 5/8
    expect(await scoreOf(rated.subjectId)).toBe(62.5)
    await review(office, number, ones)
    // 100 × 5/10: nobody who said nothing was counted before.
    expect(await scoreOf(rated.subjectId)).toBe(50)
    for (const who of [owner, authority, office]) await expect(review(who, number)).rejects.toMatchObject({ code: 'REVIEW_GIVEN' })
  })

  it('the owner’s review accepts what was uploaded; the others wait for that', async () => {
    const number = await createDelivered(owner, firm.uscc, false)
    await expect(review(authority, number)).rejects.toMatchObject({ code: 'RESULT_NOT_ACCEPTED' })
    await review(owner, number)
    const row = await test.platform.prisma.engagement.findUniqueOrThrow({ where: { number }, include: { deliverables: true } })
    expect(row).toMatchObject({ state: 'COMPLETED', deliverables: [{ state: 'ACCEPTED' }] })
    await review(authority, number)
    // Accepted by the review, it cannot be returned any more.
    const back = answerDeliverable(owner, { ...(await engagementStep(owner, number)), outcome: 'RETURNED', reasons: '不合格' })
    await expect(back).rejects.toMatchObject({ code: 'NO_DELIVERABLE_OPEN' })
  })

  it('nothing without a contract', async () => {
    const id = await chooseIntermediary(owner, choiceOf(firm.uscc))
    const { number } = await test.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })
    await test.platform.prisma.engagement.update({ where: { id }, data: { state: 'COMPLETED', deliveredAt: new Date(monday) } })
    for (const who of [owner, authority, office]) await expect(review(who, number)).rejects.toMatchObject({ code: 'NOT_CONTRACT_BACKED' })
    expect((await reviewTasks(authority)).map(({ row }) => row.number)).not.toContain(number)
  })

  it('of two reviews by one rater at once one counts', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const input = { ...(await engagementStep(owner, number)), ...fives }
    const settled = await Promise.allSettled([
      reviewEngagement(authority, { ...input, clientMutationId: randomUUID() }),
      reviewEngagement(authority, { ...input, clientMutationId: randomUUID() }),
    ])
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await test.platform.prisma.serviceReview.count({ where: { engagement: { number } } })).toBe(1)
  })
})

describe('who rates', () => {
  it('not the firm, not a stranger, not an agency of another kind or city, no window officer, no key, no auditor', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const { platform } = test
    const police = {
      kind: 'AGENCY',
      role: 'AGENCY_MANAGER',
      divisionCode: '410100',
      agencyKindZh: '公安机关',
      nameZh: '测试公安局',
    } as const
    await expect(review(elsewhere, number)).rejects.toBeInstanceOf(NotFoundError)
    await expect(review(await createOfficer(platform, monday, police), number)).rejects.toBeInstanceOf(NotFoundError)
    await expect(review(await createOwner(platform, monday), number)).rejects.toBeInstanceOf(NotFoundError)
    await expect(review(await providerOf(owner, number), number)).rejects.toBeInstanceOf(ForbiddenError)
    for (const role of ['WINDOW_OFFICER', 'AUDITOR', 'INVESTIGATOR', 'ADMINISTRATOR'] as const) {
      const colleague = { ...authority, viewer: { ...authority.viewer, roles: [role] } }
      await expect(review(colleague, number)).rejects.toBeInstanceOf(ForbiddenError)
    }
    const key = { ...authority, viewer: { ...authority.viewer, kind: 'API_KEY' as const, userId: null } }
    await expect(review(key, number)).rejects.toBeInstanceOf(ForbiddenError)
    expect(await test.platform.prisma.serviceReview.count({ where: { engagement: { number } } })).toBe(0)
  })

  it('nobody rates a party they belong to, by whichever membership', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const { prisma } = test.platform
    const { id: organisationId } = await prisma.organisation.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })
    const userId = authority.viewer.userId ?? ''
    const { id } = await prisma.membership.create({
      data: { userId, organisationId, roles: ['INTERMEDIARY'], createdAt: new Date(monday) },
    })
    await expect(review(authority, number)).rejects.toMatchObject({ code: 'OWN_PARTY' })
    await prisma.membership.delete({ where: { id } })
    await prisma.user.update({ where: { id: userId }, data: { subjectId: firm.practitionerSubjectId } })
    await expect(review(authority, number)).rejects.toMatchObject({ code: 'OWN_PARTY' })
    await prisma.user.update({ where: { id: userId }, data: { subjectId: null } })
    await review(authority, number)
  })

  it('a mark beside the scale is told beside its field', async () => {
    const number = await createDelivered(owner, firm.uscc)
    await expect(review(owner, number, { ...fives, conduct: 6 })).rejects.toBeInstanceOf(ValidationError)
  })

  it('the queue of a body: what waits for it, with the last day, until it is rated or over', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const waiting = async (who: UseCaseContext) => (await reviewTasks(who)).find(({ row }) => row.number === number)
    expect(await waiting(authority)).toMatchObject({ rater: 'AUTHORITY', lastOn: '2026-11-23' })
    expect(await waiting(office)).toMatchObject({ rater: 'PLATFORM', lastOn: '2026-11-23' })
    expect(await waiting(elsewhere)).toBeUndefined()
    expect(await waiting(later(authority, '2026-11-23T15:59:59Z'))).toBeDefined()
    expect(await waiting(later(authority, '2026-11-23T16:00:00Z'))).toBeUndefined()
    await expect(review(later(authority, '2026-11-23T16:00:00Z'), number)).rejects.toMatchObject({ code: 'REVIEW_WINDOW_OVER' })
    await review(authority, number)
    expect(await waiting(authority)).toBeUndefined()
    expect(await waiting(office)).toBeDefined()
  })
})

describe('amendment', () => {
  it('once, every version kept, the score follows and past dates give what stood then', async () => {
    const rated = await createIntermediary(test.platform)
    const number = await createDelivered(owner, rated.uscc)
    const { id } = await review(owner, number)
    const thursday = '2026-11-05T01:00:00Z'
    await expect(amendReview(later(office, thursday), { ...step(id), ...ones })).rejects.toBeInstanceOf(NotFoundError)
    await amendReview(later(owner, thursday), { ...step(id), ...ones, comment: '改' })
    expect(await scoreOf(rated.subjectId)).toBe(0)
    const { versions, ...row } = await reviewOf(number, owner)
    expect(row).toMatchObject({ quality: 1, comment: '改', amendedAt: new Date(thursday) })
    expect(versions).toMatchObject([
      { version: 1, quality: 5, comment: '按时、专业' },
      { version: 2, quality: 1, comment: '改' },
    ])
    const scoreAsOf = async (at: string) => (await rebuildStanding(test.platform.prisma, rated.subjectId, new Date(at))).reviewScore
    expect(await scoreAsOf('2026-11-01T01:00:00Z')).toBeNull()
    expect(await scoreAsOf('2026-11-04T15:59:59Z')).toBe(100)
    expect(await scoreAsOf('2026-11-04T16:00:00Z')).toBe(0)
    await expect(amendReview(later(owner, thursday), { ...step(id), ...fives })).rejects.toMatchObject({ code: 'REVIEW_AMENDED' })
  })

  it('not after the third working day', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const { id } = await review(authority, number)
    const friday = amendReview(later(authority, '2026-11-05T16:00:00Z'), { ...step(id), ...ones })
    await expect(friday).rejects.toMatchObject({ code: 'AMENDMENT_WINDOW_OVER', facts: { lastOn: '2026-11-05' } })
    await amendReview(later(authority, '2026-11-05T15:59:59Z'), { ...step(id), ...ones })
  })

  it('an annulled one counts no more from its day on, and days before keep it', async () => {
    const rated = await createIntermediary(test.platform)
    const number = await createDelivered(owner, rated.uscc)
    const { id } = await review(owner, number)
    await test.platform.prisma.serviceReview.update({ where: { id }, data: { annulledAt: new Date('2026-11-10T01:00:00Z') } })
    const scoreAsOf = async (at: string) => (await rebuildStanding(test.platform.prisma, rated.subjectId, new Date(at))).reviewScore
    expect([await scoreAsOf('2026-11-09T15:00:00Z'), await scoreAsOf('2026-11-10T15:00:00Z')]).toEqual([100, null])
  })

  it('the program itself can’t change what was said', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const { id } = await review(owner, number)
    await expect(test.platform.prisma.serviceReviewVersion.updateMany({ where: { reviewId: id }, data: { quality: 1 } })).rejects.toThrow()
    await expect(test.platform.prisma.serviceReviewVersion.deleteMany({ where: { reviewId: id } })).rejects.toThrow()
  })
})

describe('reply and moderation', () => {
  it('the firm replies once; an insult is hidden with ground and office, the marks stay, the author is told, and it is lifted', async () => {
    const { prisma } = test.platform
    const number = await createDelivered(owner, firm.uscc)
    const { id } = await review(owner, number)
    const provider = await providerOf(owner, number)
    const reply = { ...step(id), reply: '谢谢，张三13800000000' }
    await expect(replyToReview(owner, reply)).rejects.toBeInstanceOf(ForbiddenError)
    const rival = contextOf(test.platform, monday, {
      roles: ['INTERMEDIARY'],
      subjectId: (await createIntermediary(test.platform)).subjectId,
    })
    await expect(replyToReview(rival, reply)).rejects.toBeInstanceOf(ForbiddenError)
    await replyToReview(provider, reply)
    await expect(replyToReview(provider, { ...step(id), reply: '再说一句' })).rejects.toMatchObject({ code: 'REVIEW_REPLIED' })

    const hidden = { part: 'REPLY', ground: 'PERSONAL_DATA', reasons: '含电话号码' } as const
    for (const who of [owner, provider, authority])
      await expect(moderateReview(who, { ...step(id), ...hidden })).rejects.toBeInstanceOf(ForbiddenError)
    const otherCity = await createOfficer(test.platform, monday, { kind: 'REFORM_OFFICE', role: 'REFORM_OFFICE', divisionCode: '410200' })
    await expect(moderateReview(otherCity, { ...step(id), ...hidden })).rejects.toBeInstanceOf(ForbiddenError)
    await expect(moderateReview(office, { ...step(id), ...hidden, ground: 'UNFAVOURABLE' as never })).rejects.toBeInstanceOf(
      ValidationError,
    )
    const score = await scoreOf()
    await moderateReview(office, { ...step(id), ...hidden })
    expect(await scoreOf()).toBe(score)
    await drainOutbox(contextOf(test.platform, monday), silent)
    expect(await reviewOf(number, owner)).toMatchObject({
      moderatedPart: 'REPLY',
      moderationGround: 'PERSONAL_DATA',
      quality: 5,
      reply: reply.reply,
    })
    await expect(moderateReview(office, { ...step(id), ...hidden })).rejects.toMatchObject({ code: 'ALREADY_MODERATED' })
    await moderateReview(office, { ...step(id), part: 'COMMENT', ground: 'INSULT', reasons: '侮辱' })

    await drainOutbox(contextOf(test.platform, monday), silent)
    const told = await prisma.notification.findMany({
      where: { kind: { startsWith: 'reviews.' }, facts: { path: ['number'], equals: number } },
    })
    const kinds = told.map(({ kind, subjectId }) => `${kind} ${subjectId === firm.subjectId ? 'firm' : 'owner'}`)
    expect(kinds.sort()).toEqual([
      'reviews.given firm',
      'reviews.moderated firm',
      'reviews.moderated firm',
      'reviews.moderated owner',
      'reviews.replied owner',
    ])

    await expect(liftModeration(owner, { ...step(id), reasons: '误' })).rejects.toBeInstanceOf(ForbiddenError)
    await liftModeration(office, { ...step(id), reasons: '经申诉，内容不属侮辱' })
    expect(await reviewOf(number, owner)).toMatchObject({ moderatedPart: null, moderatedById: null })
    const trail = await prisma.auditEvent.findMany({ where: { entity: 'ServiceReview', entityId: id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['reviews.reply', 'reviews.moderate', 'reviews.moderate', 'reviews.liftModeration'])
  })

  it('nobody hides words of the own review', async () => {
    const number = await createDelivered(owner, firm.uscc)
    const { id } = await review(office, number)
    const own = moderateReview(office, { ...step(id), part: 'COMMENT', ground: 'INSULT', reasons: '自删' })
    await expect(own).rejects.toBeInstanceOf(ForbiddenError)
  })
})

const no = () => undefined
const silent = { info: no, warn: no, error: no, debug: no }
