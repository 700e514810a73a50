import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromDbDay } from '#prisma/db-day.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { previewChoice } from '#services/engagements/preview-choice.ts'
import { reviewEngagement } from '#services/engagements/review-engagement.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError, ValidationError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createEngagement, createIntermediary, createOwner, offered } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
let owner: UseCaseContext
let provider: UseCaseContext
const monday = '2026-11-02T01:00:00Z'
const fives = { quality: 5, timeliness: 5, attitude: 5, fees: 5, conduct: 5, comment: '按时、专业' }

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  owner = await createOwner(test.platform, monday)
  provider = contextOf(test.platform, monday, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })
})
afterAll(() => test.close())

const engagementOf = (number: string) => test.platform.prisma.engagement.findUniqueOrThrow({ where: { number } })
const stepOf = async (number: string) => ({ clientMutationId: randomUUID(), number, version: (await engagementOf(number)).version })

describe('direct choice', () => {
  it('keeps fee, days and all that was seen as a snapshot, and tells the intermediary', async () => {
    const { number, id } = await createEngagement(owner, firm.uscc)
    const row = await engagementOf(number)
    expect(row).toMatchObject({ state: 'ACTIVE', feeFen: offered.feeFen, promisedWorkingDays: 10, applicantId: owner.viewer.subjectId })
    expect(fromDbDay(row.deliverDueOn)).toBe('2026-11-16')
    await test.platform.prisma.serviceOffering.updateMany({
      where: { intermediaryId: firm.intermediaryId },
      data: { feeFen: 1_300_000, feeSchedule: { kind: 'FIXED', feeFen: 1_300_000 }, version: 2 },
    })
    expect(await engagementOf(number)).toMatchObject({
      feeFen: offered.feeFen,
      snapshot: { offering: { feeFen: offered.feeFen, version: 1 }, standing: { grade: 'N' } },
    })
    expect(await test.platform.prisma.outboxEvent.count({ where: { topic: 'engagements.chosen', entityId: id } })).toBe(1)

    // What was confirmed is no longer what is offered: the applicant has to look again.
    const changed = { feeFen: 1_300_000, promisedWorkingDays: 10, offeringVersion: 2 }
    await expect(chooseIntermediary(owner, choiceOf(firm.uscc))).rejects.toMatchObject({ code: 'OFFERING_CHANGED', facts: changed })
    await test.platform.prisma.serviceOffering.updateMany({
      where: { intermediaryId: firm.intermediaryId },
      data: { feeFen: offered.feeFen, feeSchedule: { kind: 'FIXED', feeFen: offered.feeFen }, version: 1 },
    })
  })

  it('twenty parallel sends of one wish make one engagement', async () => {
    const before = await test.platform.prisma.engagement.count()
    const wish = choiceOf(firm.uscc, randomUUID())
    const ids = await Promise.all(Array.from({ length: 20 }, () => chooseIntermediary(owner, wish)))
    expect(new Set(ids).size).toBe(1)
    expect(await test.platform.prisma.engagement.count()).toBe(before + 1)
    await expect(chooseIntermediary(owner, { ...wish, projectName: '另一个项目' })).rejects.toMatchObject({
      code: 'CLIENT_MUTATION_ID_REUSED',
    })
  })

  it('only an applicant chooses, and nobody himself', async () => {
    const officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER', 'AGENCY_MANAGER', 'REFORM_OFFICE'] })
    await expect(chooseIntermediary(officer, choiceOf(firm.uscc))).rejects.toBeInstanceOf(ForbiddenError)
    const own = contextOf(test.platform, monday, { roles: ['APPLICANT'], subjectId: firm.subjectId })
    await expect(chooseIntermediary(own, choiceOf(firm.uscc))).rejects.toMatchObject({ code: 'OWN_INTERMEDIARY' })
  })

  it.each([
    ['a division it does not serve', { divisionCode: '410300' }, { code: 'NOT_OFFERED', facts: { because: 'OTHER_DIVISION' } }],
    ['an item it does not offer', { serviceItemCode: 'ZJ-EIA-003' }, {}],
    ['another fee than offered', { feeFen: 1 }, { code: 'OFFERING_CHANGED' }],
  ])('%s is refused', async (_case, change, refusal) => {
    await expect(chooseIntermediary(owner, { ...choiceOf(firm.uscc), ...change })).rejects.toMatchObject(refusal)
  })

  it('a code that nobody has is told beside its field', async () => {
    const unknown = chooseIntermediary(owner, { ...choiceOf(firm.uscc), divisionCode: '999999' })
    await expect(unknown).rejects.toBeInstanceOf(ValidationError)
    await expect(unknown).rejects.toMatchObject({ fields: [{ path: 'divisionCode', code: 'UNKNOWN_CODE' }] })
  })

  it('the preview shows what will be confirmed, and the divisions within reach', async () => {
    const preview = await previewChoice(owner, { uscc: firm.uscc, serviceItemCode: offered.serviceItemCode })
    expect(preview).toMatchObject({ refusal: null, deliverDueOn: '2026-11-16', offering: { feeFen: offered.feeFen, version: 1 } })
    expect(preview?.divisionCodes).toContain('410105')
    expect(await previewChoice(owner, { uscc: firm.uscc, serviceItemCode: 'NONE' })).toBeNull()
  })
})

describe('R4: delivery and review', () => {
  it('counts late working days, then takes one review that counts at once', async () => {
    const { number } = await createEngagement(owner, firm.uscc)
    const late = '2026-11-18T02:00:00Z'
    await deliverResult(later(provider, late), { ...(await stepOf(number)), note: '报告已交付' })
    expect(await engagementOf(number)).toMatchObject({ state: 'DELIVERED', lateWorkingDays: 2, deliveryNote: '报告已交付' })

    const review = async (who: UseCaseContext) => reviewEngagement(later(who, late), { ...(await stepOf(number)), ...fives })
    await expect(review(provider)).rejects.toBeInstanceOf(ForbiddenError)
    await review(owner)
    expect(await engagementOf(number)).toMatchObject({ state: 'COMPLETED' })
    const standing = await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })
    expect(standing.reviewScore).not.toBeNull()
    await expect(review(owner)).rejects.toMatchObject({ code: 'REVIEW_GIVEN' })
  })

  it('the window closes with its fifteenth working day', async () => {
    const { number } = await createEngagement(owner, firm.uscc)
    await deliverResult(provider, await stepOf(number))
    const reviewAt = async (at: string) => reviewEngagement(later(owner, at), { ...(await stepOf(number)), ...fives })
    await expect(reviewAt('2026-11-23T16:00:00Z')).rejects.toMatchObject({ code: 'REVIEW_WINDOW_OVER', facts: { lastOn: '2026-11-23' } })
    await reviewAt('2026-11-23T15:59:59Z')
  })

  it('of two deliveries at once one counts; strangers see nothing', async () => {
    const { number, version } = await createEngagement(owner, firm.uscc)
    const deliver = () => deliverResult(provider, { clientMutationId: randomUUID(), number, version })
    const settled = await Promise.allSettled([deliver(), deliver()])
    const [lost] = settled.filter((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(ConcurrentChangeError)
    const stranger = await createOwner(test.platform, monday)
    await expect(reviewEngagement(stranger, { ...(await stepOf(number)), ...fives })).rejects.toBeInstanceOf(NotFoundError)
    await expect(deliverResult(owner, await stepOf(number))).rejects.toBeInstanceOf(ForbiddenError)
  })
})
