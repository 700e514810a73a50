import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasBenefitOn } from '#domain/listings/benefits.ts'
import { fromDbDayOrNull } from '#prisma/db-day.ts'
import { toStanding } from '#services/credit/verify-standings.ts'
import { anonymous } from '#domain/access/viewer.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { answerNominationObjection } from '#services/listings/answer-nomination-objection.ts'
import { decideRedListNomination } from '#services/listings/decide-red-list-nomination.ts'
import { decideYearlyReview } from '#services/listings/decide-yearly-review.ts'
import { turnDownNomination, withdrawNomination } from '#services/listings/end-nomination.ts'
import { objectToNomination } from '#services/listings/object-to-nomination.ts'
import { openYearlyReviews } from '#services/listings/open-yearly-reviews.ts'
import { remindOfNominations } from '#services/listings/remind-of-nominations.ts'
import { startRedListPublicity } from '#services/listings/start-red-list-publicity.ts'
import { nominatedFirm, nominationPeople, nominationStep, redListedFirm } from '#test/factories/red-listing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
/** Publicity of 7 working days runs from Tuesday 3 to Wednesday 11 March 2026. */
const monday = '2026-03-02T01:00:00Z'
const inPublicity = '2026-03-05T01:00:00Z'
const after = '2026-03-12T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

const rowOf = (id: string) =>
  test.platform.prisma.redListNomination.findUniqueOrThrow({ where: { id }, include: { objections: true, entries: true } })
const people = () => nominationPeople(test.platform, monday)
const decide = async (by: UseCaseContext, id: string, isListed = true) =>
  decideRedListNomination(by, { ...(await nominationStep(by, id)), isListed, reasons: '公示期满，条件符合。' })
const objectAs = (by: UseCaseContext, number: string) =>
  objectToNomination(by, {
    clientMutationId: randomUUID(),
    number,
    objectorName: '虚构异议人',
    contact: 'objector@example.test',
    text: '该机构上月曾延误交付两周。',
  })

describe('R5: from the nomination to the red list', () => {
  it('nominated, publicised, decided, each by another, listed at once without an end, benefits with it', async () => {
    const { nominator, examiner, decider } = people()
    const { id, subjectId } = await nominatedFirm(test.platform, nominator)
    expect(await rowOf(id)).toMatchObject({ state: 'NOMINATED', origin: 'AUTHORITY', ruleSetVersion: 'ZZ-LISTING-1' })
    await startRedListPublicity(examiner, await nominationStep(examiner, id))
    const published = await rowOf(id)
    expect([published.publicFromOn, published.publicUntilOn].map(fromDbDayOrNull)).toEqual(['2026-03-03', '2026-03-11'])
    const benefit = async () => {
      const standing = await test.platform.prisma.creditStanding.findUnique({ where: { subjectId } })
      return standing !== null && hasBenefitOn('TOLERANCE_OFFERED_FIRST', toStanding(standing).lists, '2026-03-12')
    }
    expect(await benefit()).toBe(false)
    await expect(decide(later(decider, '2026-03-11T15:59:59Z'), id)).rejects.toMatchObject({ code: 'RED_LIST_PUBLICITY_OPEN' })
    await decide(later(decider, after), id)
    const decided = await rowOf(id)
    expect(decided).toMatchObject({ state: 'LISTED', deciderId: decider.viewer.userId })
    expect(decided.decisionNumber).toMatch(/^HJ-2026-\d{6}$/)
    expect(decided.entries).toMatchObject([{ list: 'RED_LIST', status: 'ACTIVE', untilOn: null, subjectId }])
    expect(await benefit()).toBe(true)
  })

  it('leaves a record that names nobody to the public, a trail, and tells whose turn it is', async () => {
    const { prisma } = test.platform
    const { nominator, examiner, decider } = people()
    const { id } = await redListedFirm(test.platform, { nominator, examiner, decider }, after)
    const steps = await prisma.procedureEvent.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
    expect(steps.map(({ kind, audience }) => [kind, audience])).toEqual([
      ['RED_LIST_NOMINATED_AUTHORITY', 'PUBLIC'],
      ['RED_LIST_PUBLICITY_STARTED', 'PUBLIC'],
      ['RED_LIST_LISTED', 'PUBLIC'],
    ])
    const trail = await prisma.auditEvent.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
    expect(trail.map(({ action }) => action)).toEqual(['redList.nominate', 'redList.startPublicity', 'redList.decide'])
    const topics = await prisma.outboxEvent.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
    expect(topics.map(({ topic }) => topic)).toEqual(['redList.nominated', 'redList.publicityStarted', 'redList.decided'])
  })

  it('nobody has two of the roles, and an authority handles its own nominations only', async () => {
    const { nominator, examiner, decider } = people()
    const { id } = await nominatedFirm(test.platform, nominator)
    const asOffice = { ...nominator, viewer: { ...nominator.viewer, roles: ['REFORM_OFFICE', 'DECIDER'] as const } }
    await expect(startRedListPublicity(asOffice, await nominationStep(asOffice, id))).rejects.toMatchObject({ code: 'NOMINATED_BY_YOU' })
    await startRedListPublicity(examiner, await nominationStep(examiner, id))
    const examinerAsDecider = later({ ...examiner, viewer: { ...examiner.viewer, roles: ['DECIDER'] } }, after)
    await expect(decide(examinerAsDecider, id)).rejects.toMatchObject({ code: 'EXAMINED_BY_YOU' })
    await expect(decide(later(asOffice, after), id)).rejects.toMatchObject({ code: 'NOMINATED_BY_YOU' })
    const stranger = contextOf(test.platform, monday, { roles: ['AGENCY_MANAGER'], organisationId: randomUUID() })
    const withdrawal = { ...(await nominationStep(stranger, id)), reasons: '撤回' }
    await expect(withdrawNomination(stranger, withdrawal)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await withdrawNomination(nominator, withdrawal)
    await expect(decide(later(decider, after), id)).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })

  it('one nomination at a time, however many are sent at once; and none of who stands there', async () => {
    const firm = await createFirm(test.platform)
    const nominations = Array.from({ length: 4 }, () => () => nominatedFirm(test.platform, people().nominator, firm))
    const settled = await Promise.allSettled(nominations.map((nominate) => nominate()))
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const open = await test.platform.prisma.redListNomination.count({ where: { subjectId: firm.id } })
    expect(open).toBe(1)
    const listed = await redListedFirm(test.platform, people(), after)
    const again = later(people().nominator, after)
    const subject = await test.platform.prisma.subject.findUniqueOrThrow({ where: { id: listed.subjectId } })
    await expect(nominatedFirm(test.platform, again, { id: subject.id, uscc: subject.uscc ?? '' })).rejects.toMatchObject({
      code: 'ON_RED_LIST_ALREADY',
    })
  })

  it('an untrue commitment or a violation in 24 months keeps off, whoever nominates', async () => {
    const firm = await createFirm(test.platform)
    await test.platform.prisma.creditEvent.create({
      data: {
        ...{ subjectId: firm.id, kind: 'VIOLATION', points: -6, clause: 'V-FEE-02', description: '违规收费' },
        ...{ occurredOn: new Date('2025-01-10'), countsFromOn: new Date('2025-02-01'), recordedAt: new Date(monday) },
        ...{ sourceType: 'Test', sourceId: randomUUID() },
      },
    })
    await expect(nominatedFirm(test.platform, people().nominator, firm)).rejects.toMatchObject({
      code: 'CRITERIA_NOT_MET',
      facts: { criteria: ['NO_VIOLATION'] },
    })
  })

  it('turned down before publicity, nothing is public and nobody is listed', async () => {
    const { nominator, examiner } = people()
    const { id } = await nominatedFirm(test.platform, nominator)
    await turnDownNomination(examiner, { ...(await nominationStep(examiner, id)), reasons: '理由不足' })
    expect(await rowOf(id)).toMatchObject({ state: 'NOT_LISTED', publicFromOn: null, entries: [] })
  })
})

describe('R5: objections to a nomination', () => {
  const started = async () => {
    const { nominator, examiner, decider } = people()
    const { id } = await nominatedFirm(test.platform, nominator)
    await startRedListPublicity(examiner, await nominationStep(examiner, id))
    const { number } = await rowOf(id)
    return { id, number, examiner: later(examiner, inPublicity), decider: later(decider, after) }
  }
  const visitor = (at = inPublicity): UseCaseContext => ({ ...contextOf(test.platform, at), viewer: anonymous })

  it('by anyone, sealed: neither record, trail nor log of requests says who', async () => {
    const { id, number } = await started()
    const member = contextOf(test.platform, inPublicity, { roles: ['APPLICANT'], name: '真实姓名' })
    const receipt = await objectAs(member, number)
    expect(receipt).toMatch(/^HY-2026-\d{6}$/)
    const { objections } = await rowOf(id)
    expect(objections).toMatchObject([{ number: receipt, state: 'FILED', filedById: member.viewer.userId }])
    const { prisma, identityVault } = test.platform
    expect(JSON.parse(identityVault.open(objections[0]?.contactCipher ?? ''))).toEqual({
      name: '虚构异议人',
      contact: 'objector@example.test',
    })
    const told = [
      await prisma.procedureEvent.findMany({ where: { entityId: id } }),
      await prisma.auditEvent.findMany({ where: { entityId: id } }),
      await prisma.clientMutation.findMany({ where: { operation: 'objectToNomination' } }),
    ]
    const written = JSON.stringify(told, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    for (const secret of ['虚构异议人', 'objector@', '真实姓名', member.viewer.userId ?? '-']) expect(written).not.toContain(secret)
  })

  it('open, it keeps the decision waiting; upheld, the nominee off the list', async () => {
    const { id, number, examiner, decider } = await started()
    const objectionNumber = await objectAs(visitor(), number)
    await expect(decide(decider, id)).rejects.toMatchObject({ code: 'RED_LIST_OBJECTIONS_OPEN' })
    const answer = { ...(await nominationStep(examiner, id)), objectionNumber, outcome: 'UPHELD', reasons: '查证属实' } as const
    await answerNominationObjection(examiner, answer)
    await expect(decide(decider, id)).rejects.toMatchObject({ code: 'RED_LIST_OBJECTION_UPHELD' })
    await decide(decider, id, false)
    expect(await rowOf(id)).toMatchObject({ state: 'NOT_LISTED', entries: [] })
  })

  it('rejected with reasons, the way is free', async () => {
    const { id, number, examiner, decider } = await started()
    const objectionNumber = await objectAs(visitor(), number)
    const answer = { objectionNumber, outcome: 'REJECTED', reasons: '延误已由业主书面同意' } as const
    await answerNominationObjection(examiner, { ...(await nominationStep(examiner, id)), ...answer })
    const twice = { ...(await nominationStep(examiner, id)), ...answer }
    await expect(answerNominationObjection(examiner, twice)).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' })
    await decide(decider, id)
    expect(await rowOf(id)).toMatchObject({ state: 'LISTED' })
  })

  it('only while it is public', async () => {
    const { number } = await started()
    await expect(objectAs(visitor('2026-03-02T10:00:00Z'), number)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(objectAs(visitor(after), number)).rejects.toMatchObject({ code: 'NOT_IN_PUBLICITY' })
  })
})

describe('R5: what time does to the red list', () => {
  const worker = (at: string) => contextOf(test.platform, at)

  it('the deciders are told once that a publicity is over', async () => {
    const { nominator, examiner } = people()
    const { id } = await nominatedFirm(test.platform, nominator)
    await startRedListPublicity(examiner, await nominationStep(examiner, id))
    const toldOf = () => test.platform.prisma.outboxEvent.count({ where: { entityId: id, topic: 'redList.toDecide' } })
    await remindOfNominations(worker('2026-03-11T15:00:00Z'))
    expect(await toldOf()).toBe(0)
    await Promise.all([remindOfNominations(worker(after)), remindOfNominations(worker(after))])
    await remindOfNominations(worker('2026-03-13T01:00:00Z'))
    expect(await toldOf()).toBe(1)
  })

  it('each entry is reviewed every year: opened once ahead of its day, kept or removed with its benefits', async () => {
    const { prisma } = test.platform
    const { decider, ...others } = people()
    const { id, subjectId } = await redListedFirm(test.platform, { ...others, decider }, after)
    const [entry] = (await rowOf(id)).entries
    const reviews = () => prisma.redListReview.findMany({ where: { entryId: entry?.id ?? '' }, orderBy: { dueOn: 'asc' } })
    await openYearlyReviews(worker('2027-01-10T15:59:59Z'))
    expect(await reviews()).toEqual([])
    await Promise.all([openYearlyReviews(worker('2027-01-10T16:00:00Z')), openYearlyReviews(worker('2027-01-10T16:00:00Z'))])
    expect(await reviews()).toMatchObject([{ dueOn: new Date('2027-03-12'), state: 'OPEN' }])
    const review = async (outcome: 'KEPT' | 'REMOVED', at: string, by = decider) => {
      const open = (await reviews()).find(({ state }) => state === 'OPEN')
      const step = { clientMutationId: randomUUID(), id: open?.id ?? '', version: open?.version ?? 1 }
      return decideYearlyReview(later(by, at), { ...step, outcome, reasons: '年度复核' })
    }
    const nominatorAsDecider = { ...others.nominator, viewer: { ...others.nominator.viewer, roles: ['DECIDER'] as const } }
    await expect(review('KEPT', '2027-03-01T01:00:00Z', nominatorAsDecider)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await review('KEPT', '2027-03-01T01:00:00Z')
    await openYearlyReviews(worker('2027-03-13T01:00:00Z'))
    expect((await reviews()).map(({ state }) => state)).toEqual(['KEPT'])
    await openYearlyReviews(worker('2028-03-01T01:00:00Z'))
    await review('REMOVED', '2028-03-10T01:00:00Z')
    const [ended] = (await rowOf(id)).entries
    expect(ended).toMatchObject({ status: 'REMOVED', endReason: '年度复核' })
    expect(ended?.delistingNumber).toMatch(/^YC-2028-/)
    const standing = await prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })
    expect(hasBenefitOn('FEWER_VERIFICATIONS', toStanding(standing).lists, '2028-03-09')).toBe(true)
    expect(hasBenefitOn('FEWER_VERIFICATIONS', toStanding(standing).lists, '2028-03-10')).toBe(false)
  })
})
