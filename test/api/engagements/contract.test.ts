import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '#domain/access/viewer.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import { agreeContract } from '#services/engagements/agree-contract.ts'
import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { answerDispute } from '#services/engagements/answer-dispute.ts'
import { answerTermination } from '#services/engagements/answer-termination.ts'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { confirmMilestone } from '#services/engagements/confirm-milestone.ts'
import { declineContract } from '#services/engagements/decline-contract.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { endDispute } from '#services/engagements/end-dispute.ts'
import { isContractBacked } from '#services/engagements/is-contract-backed.ts'
import { keepEngagements } from '#services/engagements/keep-engagements.ts'
import { planMilestone } from '#services/engagements/plan-milestone.ts'
import { proposeContract } from '#services/engagements/propose-contract.ts'
import { raiseDispute } from '#services/engagements/raise-dispute.ts'
import { reportMilestone } from '#services/engagements/report-milestone.ts'
import { stateOnDispute } from '#services/engagements/state-on-dispute.ts'
import { terminateEngagement } from '#services/engagements/terminate-engagement.ts'
import { ConcurrentChangeError, ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createAdjustingBodies } from '#test/factories/adjusting.ts'
import type { AdjustingBodies } from '#test/factories/adjusting.ts'
import { choiceOf, createEngagement, createIntermediary, createOwner, offered } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { contractWords, engagementStep, providerOf } from '#test/factories/contracting.ts'
import { contextOf } from '#test/factories/people.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let firm: RegisteredIntermediary
let owner: UseCaseContext
let bodies: AdjustingBodies
const monday = '2026-11-02T01:00:00Z'
const words = { ...contractWords, feeFen: offered.feeFen, promisedWorkingDays: offered.promisedWorkingDays }

beforeAll(async () => {
  test = await openTestPlatform()
  firm = await createIntermediary(test.platform)
  bodies = await createAdjustingBodies(test.platform)
  owner = await createOwner(test.platform, monday)
})
afterAll(() => test.close())

const rowOf = (number: string) =>
  test.platform.prisma.engagement.findUniqueOrThrow({
    where: { number },
    include: {
      contracts: { orderBy: { contractVersion: 'asc' } },
      deliverables: { orderBy: { deliverableVersion: 'asc' } },
      disputes: true,
    },
  })
const step = (number: string) => engagementStep(owner, number)
const at = (who: UseCaseContext, day: string) => later(who, `${day}T02:00:00Z`)
const keeper = (day: string): UseCaseContext => at({ ...owner, viewer: systemViewer }, day)

/** Chosen, and no more. */
async function chosen(): Promise<{ number: string; id: string; provider: UseCaseContext }> {
  const id = await chooseIntermediary(owner, choiceOf(firm.uscc))
  const { number } = await test.platform.prisma.engagement.findUniqueOrThrow({ where: { id } })
  return { number, id, provider: await providerOf(owner, number) }
}

async function contracted(): Promise<{ number: string; id: string; provider: UseCaseContext }> {
  const { number, id } = await createEngagement(owner, firm.uscc)
  return { number, id, provider: await providerOf(owner, number) }
}

describe('R4: the contract', () => {
  it('is in force once the other side agrees; the delivery day counts from there', async () => {
    const { number, id, provider } = await chosen()
    expect(await isContractBacked(test.platform.prisma, id)).toBe(false)
    await expect(deliverResult(provider, await step(number))).rejects.toMatchObject({ code: 'CONTRACT_REQUIRED' })
    await proposeContract(provider, { ...(await step(number)), ...words })
    await expect(agreeContract(provider, await step(number))).rejects.toMatchObject({ code: 'OWN_PROPOSAL' })
    await expect(proposeContract(owner, { ...(await step(number)), ...words })).rejects.toMatchObject({ code: 'CONTRACT_PROPOSAL_OPEN' })
    await agreeContract(at(owner, '2026-11-09'), await step(number))
    const row = await rowOf(number)
    expect(fromDbDay(row.deliverDueOn)).toBe('2026-11-23')
    expect(row.contracts).toMatchObject([{ contractVersion: 1, state: 'IN_FORCE', proposedBySide: 'INTERMEDIARY' }])
    expect(await isContractBacked(test.platform.prisma, id)).toBe(true)
  })

  it('R3: a fee above the chosen one needs the owner’s express word, one that the owner proposes too', async () => {
    const { number, provider } = await chosen()
    const more = { ...words, feeFen: offered.feeFen + 1 }
    const refusal = { code: 'FEE_OVER_CHOICE', facts: { feeFen: offered.feeFen + 1, chosenFeeFen: offered.feeFen } }
    await expect(proposeContract(owner, { ...(await step(number)), ...more })).rejects.toMatchObject(refusal)
    await proposeContract(provider, { ...(await step(number)), ...more })
    await expect(agreeContract(owner, await step(number))).rejects.toMatchObject(refusal)
    await agreeContract(owner, { ...(await step(number)), isRaisedFeeAccepted: true })
    expect(await rowOf(number)).toMatchObject({ feeFen: offered.feeFen, contracts: [{ state: 'IN_FORCE', feeFen: offered.feeFen + 1 }] })
    // What is charged is measured by what was agreed.
    await deliverResult(provider, { ...(await step(number)), chargedFeeFen: offered.feeFen + 1 })
  })

  it('a change is a new version by both; declined or withdrawn, the old one stays', async () => {
    const { number, provider } = await contracted()
    const change = { ...words, promisedWorkingDays: 15 }
    await expect(proposeContract(owner, { ...(await step(number)), ...change })).rejects.toMatchObject({ code: 'CHANGE_REASONS_REQUIRED' })
    const reasons = '增加一个监测点位'
    await proposeContract(provider, { ...(await step(number)), ...change, reasons })
    await declineContract(owner, { ...(await step(number)), reasons: '不需要' })
    await proposeContract(provider, { ...(await step(number)), ...change, reasons })
    await declineContract(provider, await step(number))
    expect((await rowOf(number)).contracts.map(({ state }) => state)).toEqual(['IN_FORCE', 'DECLINED', 'DECLINED'])
    await proposeContract(owner, { ...(await step(number)), ...change, reasons })
    await agreeContract(at(provider, '2026-11-11'), await step(number))
    const row = await rowOf(number)
    expect(row.contracts.map(({ state }) => state)).toEqual(['SUPERSEDED', 'DECLINED', 'DECLINED', 'IN_FORCE'])
    // Fifteen working days after the first version came into force, not after the change.
    expect(fromDbDay(row.deliverDueOn)).toBe('2026-11-23')
  })

  it('of two answers at once one counts; strangers and agencies see nothing', async () => {
    const { number, provider } = await chosen()
    await proposeContract(provider, { ...(await step(number)), ...words })
    const { version } = await step(number)
    const answer = () => ({ clientMutationId: randomUUID(), number, version })
    const settled = await Promise.allSettled([agreeContract(owner, answer()), declineContract(provider, answer())])
    const lost = settled.find((one) => one.status === 'rejected')
    expect(lost?.reason).toBeInstanceOf(ConcurrentChangeError)
    expect(settled.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const stranger = await createOwner(test.platform, monday)
    await expect(proposeContract(stranger, { ...(await step(number)), ...words })).rejects.toBeInstanceOf(NotFoundError)
    const officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER', 'AGENCY_MANAGER'], organisationId: randomUUID() })
    await expect(agreeContract(officer, await step(number))).rejects.toBeInstanceOf(NotFoundError)
  })

  it('thirty days without one raise one alert', async () => {
    const { number, id } = await chosen()
    const before = await keepEngagements(keeper('2026-12-02'))
    expect(before.overdue).toBe(0)
    await keepEngagements(keeper('2026-12-03'))
    await keepEngagements(keeper('2026-12-04'))
    const alerts = await test.platform.prisma.alert.findMany({ where: { kind: 'CONTRACT_OVERDUE', sourceId: id } })
    expect(alerts).toMatchObject([{ level: 'YELLOW', facts: { number, dueOn: '2026-12-02' } }])
  })
})

describe('R4: milestones', () => {
  it('are planned under the contract, done says the firm, confirmed the owner', async () => {
    const { number, provider } = await contracted()
    await expect(planMilestone(owner, { ...(await step(number)), title: '现场踏勘', dueOn: '2026-11-17' })).rejects.toMatchObject({
      code: 'MILESTONE_AFTER_DELIVERY',
      facts: { deliverDueOn: '2026-11-16' },
    })
    await planMilestone(provider, { ...(await step(number)), title: '现场踏勘', dueOn: '2026-11-06' })
    await expect(confirmMilestone(owner, { ...(await step(number)), sequence: 1 })).rejects.toMatchObject({ code: 'MILESTONE_NOT_DONE' })
    await expect(reportMilestone(owner, { ...(await step(number)), sequence: 1 })).rejects.toBeInstanceOf(ForbiddenError)
    await reportMilestone(provider, { ...(await step(number)), sequence: 1 })
    await confirmMilestone(owner, { ...(await step(number)), sequence: 1 })
    await expect(confirmMilestone(owner, { ...(await step(number)), sequence: 1 })).rejects.toMatchObject({ code: 'MILESTONE_CONFIRMED' })
  })
})

describe('R4: the result', () => {
  const lateEvents = (id: string) => test.platform.prisma.creditEvent.findMany({ where: { sourceType: 'Engagement', sourceId: id } })

  it('a return opens the engagement again; lateness is of the accepted version, without the days it lay with the owner', async () => {
    const { number, id, provider } = await contracted()
    await deliverResult(at(provider, '2026-11-16'), await step(number))
    await expect(answerDeliverable(owner, { ...(await step(number)), outcome: 'RETURNED' })).rejects.toMatchObject({
      code: 'RETURN_REASONS_REQUIRED',
    })
    await answerDeliverable(at(owner, '2026-11-20'), { ...(await step(number)), outcome: 'RETURNED', reasons: '缺附图' })
    expect(await rowOf(number)).toMatchObject({ state: 'ACTIVE', deliveredAt: null, lateWorkingDays: null })
    await deliverResult(at(provider, '2026-11-25'), await step(number))
    await answerDeliverable(at(owner, '2026-11-26'), { ...(await step(number)), outcome: 'ACCEPTED' })
    const row = await rowOf(number)
    // Seven working days after the due day, four of them with the owner.
    expect(row).toMatchObject({ state: 'COMPLETED', lateWorkingDays: 3 })
    expect(row.deliverables.map(({ state, lateWorkingDays }) => [state, lateWorkingDays])).toEqual([
      ['RETURNED', 0],
      ['ACCEPTED', 3],
    ])
    expect(await lateEvents(id)).toEqual([])
  })

  it.each([
    ['2026-11-30', 10, 0],
    ['2026-12-01', 11, 1],
  ])('accepted after a submission on %s it is %d working days late: %d credit events', async (day, late, events) => {
    const { number, id, provider } = await contracted()
    await deliverResult(at(provider, day), await step(number))
    const before = await test.platform.prisma.creditStanding.findUnique({ where: { subjectId: firm.subjectId } })
    await answerDeliverable(at(owner, '2026-12-02'), { ...(await step(number)), outcome: 'ACCEPTED' })
    expect(await rowOf(number)).toMatchObject({ state: 'COMPLETED', lateWorkingDays: late })
    const recorded = await lateEvents(id)
    expect(recorded).toHaveLength(events)
    if (events === 0) return
    expect(recorded).toMatchObject([{ kind: 'LATE_DELIVERY', points: -6, subjectId: firm.subjectId }])
    expect(fromDbDay(recorded[0]?.occurredOn ?? new Date(0))).toBe(day)
    const after = await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId: firm.subjectId } })
    expect((before?.conductScore ?? 100) - (after.conductScore ?? 0)).toBe(6)
  })

  it('a result that nobody answers counts as accepted after fifteen working days', async () => {
    const { number, provider } = await contracted()
    await deliverResult(provider, await step(number))
    await keepEngagements(keeper('2026-11-23'))
    expect(await rowOf(number)).toMatchObject({ state: 'DELIVERED' })
    await Promise.all([keepEngagements(keeper('2026-11-24')), keepEngagements(keeper('2026-11-24'))])
    expect(await rowOf(number)).toMatchObject({ state: 'COMPLETED', deliverables: [{ state: 'ACCEPTED', answeredById: null }] })
    const told = { where: { topic: 'engagements.accepted', entityId: (await rowOf(number)).id } }
    expect(await test.platform.prisma.outboxEvent.count(told)).toBe(1)
  })
})

describe('R4: the end without a result', () => {
  it('by agreement needs both', async () => {
    const { number, provider } = await contracted()
    const reasons = '项目取消'
    await terminateEngagement(owner, { ...(await step(number)), cause: 'MUTUAL', reasons })
    expect(await rowOf(number)).toMatchObject({ state: 'ACTIVE', terminationSide: 'OWNER' })
    await expect(answerTermination(owner, { ...(await step(number)), isAgreed: true })).rejects.toMatchObject({ code: 'OWN_PROPOSAL' })
    await answerTermination(provider, { ...(await step(number)), isAgreed: false })
    await terminateEngagement(provider, { ...(await step(number)), cause: 'MUTUAL', reasons })
    await answerTermination(owner, { ...(await step(number)), isAgreed: true })
    expect(await rowOf(number)).toMatchObject({ state: 'TERMINATED', terminationCause: 'MUTUAL', terminationSide: 'INTERMEDIARY' })
    await expect(deliverResult(provider, await step(number))).rejects.toMatchObject({ code: 'ENGAGEMENT_WRONG_STATE' })
  })

  it('for lateness only beyond the limit, and then it is on record', async () => {
    const { number, id, provider } = await contracted()
    const end = async (who: UseCaseContext, day: string) =>
      terminateEngagement(at(who, day), { ...(await step(number)), cause: 'DELIVERY_OVERDUE', reasons: '一直没有交付' })
    await expect(end(provider, '2026-12-01')).rejects.toMatchObject({ code: 'TERMINATION_NOT_YOURS' })
    await expect(end(owner, '2026-11-30')).rejects.toMatchObject({ code: 'TERMINATION_NOT_MET', facts: { missing: ['LATE_BEYOND_LIMIT'] } })
    await end(owner, '2026-12-01')
    const events = await test.platform.prisma.creditEvent.findMany({ where: { sourceId: id } })
    expect(events).toMatchObject([{ kind: 'LATE_DELIVERY', points: -6 }])
  })

  it('for the firm’s listing only while it is listed', async () => {
    const { number } = await contracted()
    const end = async () => terminateEngagement(owner, { ...(await step(number)), cause: 'INTERMEDIARY_LISTED', reasons: '已列入黑名单' })
    await expect(end()).rejects.toMatchObject({ code: 'TERMINATION_NOT_MET', facts: { missing: ['FIRM_LISTED'] } })
  })
})

describe('R4: disputes', () => {
  it('raised, stated, answered by the supervising office and by nobody else', async () => {
    const { number, provider } = await contracted()
    await raiseDispute(owner, { ...(await step(number)), matter: '机构拒绝按合同约定修改图纸' })
    await expect(raiseDispute(provider, { ...(await step(number)), matter: '业主不提供资料，无法开展工作' })).rejects.toMatchObject({
      code: 'DISPUTE_OPEN',
    })
    await expect(stateOnDispute(owner, { ...(await step(number)), statement: '补充' })).rejects.toMatchObject({ code: 'DISPUTE_NOT_YOURS' })
    const [dispute] = (await rowOf(number)).disputes
    const organisationId = bodies.district
    const office = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'], organisationId })
    const answer = (who: UseCaseContext) =>
      answerDispute(who, { clientMutationId: randomUUID(), number: dispute?.number ?? '', answer: '合同第三条约定了修改义务' })
    await expect(answer(office)).rejects.toMatchObject({ code: 'STATEMENT_PENDING', facts: { workingDays: 5 } })
    await stateOnDispute(provider, { ...(await step(number)), statement: '图纸已按要求修改' })
    const other = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'], organisationId: randomUUID() })
    await expect(answer(other)).rejects.toBeInstanceOf(ForbiddenError)
    const agency = contextOf(test.platform, monday, { roles: ['AGENCY_MANAGER'], organisationId })
    await expect(answer(agency)).rejects.toBeInstanceOf(ForbiddenError)
    await expect(answer(owner)).rejects.toBeInstanceOf(ForbiddenError)
    await answer(office)
    expect((await rowOf(number)).disputes).toMatchObject([{ state: 'ANSWERED' }])
  })

  it('without a statement the office answers after five working days; whoever raised it may settle', async () => {
    const { number, provider } = await contracted()
    await raiseDispute(provider, { ...(await step(number)), matter: '业主不提供资料，无法开展工作' })
    await expect(endDispute(owner, { ...(await step(number)), outcome: 'SETTLED', note: '已谈妥' })).rejects.toMatchObject({
      code: 'DISPUTE_NOT_YOURS',
    })
    const [dispute] = (await rowOf(number)).disputes
    const organisationId = bodies.district
    const answerOn = (day: string) =>
      answerDispute(at(contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'], organisationId }), day), {
        clientMutationId: randomUUID(),
        number: dispute?.number ?? '',
        answer: '请业主在三日内提供资料',
      })
    await expect(answerOn('2026-11-09')).rejects.toMatchObject({ code: 'STATEMENT_PENDING' })
    await endDispute(provider, { ...(await step(number)), outcome: 'SETTLED', note: '业主已补齐资料' })
    await expect(answerOn('2026-11-10')).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })
})
