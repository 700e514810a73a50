import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideBreachObjection } from '#services/commitments/decide-breach-objection.ts'
import { objectToBreach } from '#services/commitments/object-to-breach.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { createAgency, handle, officerOf, promise, recordUntruth } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
const received = '2026-03-02T01:00:00Z'
const dayEnds = '2026-03-10T16:00:00Z'
const objectedAt = '2026-03-12T01:00:00Z'
const decidedAt = '2026-03-13T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())

async function missed(count: number) {
  const firm = await createFirm(test.platform)
  const officer = officerOf(test.platform, agency, received)
  const made = []
  for (let index = 0; index < count; index += 1) made.push(await promise(officer, firm.uscc, '2026-03-10'))
  await sweepDueCommitments(contextOf(test.platform, dayEnds))
  return { firm, officer, made, owner: contextOf(test.platform, objectedAt, { roles: ['APPLICANT'], subjectId: firm.id }) }
}
const objection = (number: string, kind: 'MISSED' | 'UNTRUE' = 'MISSED') =>
  ({ clientMutationId: randomUUID(), number, kind, ground: 'FORCE_MAJEURE', text: '暴雨致全城停业' }) as const
async function decide(objectionId: string, outcome: 'UPHELD' | 'REJECTED', userId: string = randomUUID()) {
  const reviewer = contextOf(test.platform, decidedAt, { roles: ['APPEAL_REVIEWER'], userId })
  const { version } = await test.platform.prisma.breachObjection.findUniqueOrThrow({ where: { id: objectionId } })
  return decideBreachObjection(reviewer, { clientMutationId: randomUUID(), objectionId, version, outcome, reasons: '理由充分' })
}
const standingOf = (subjectId: string) => test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })
const caseOf = (subjectId: string) =>
  test.platform.prisma.violationCase.findFirstOrThrow({ where: { subjectId }, include: { listEntries: true } })

describe('R1: an objection', () => {
  it('is the applicant’s own, answered within three working days, one at a time, by somebody who did not handle the case', async () => {
    const { made, owner, officer } = await missed(1)
    const number = made[0]?.number ?? ''
    const stranger = contextOf(test.platform, objectedAt, { roles: ['APPLICANT'], subjectId: (await createFirm(test.platform)).id })
    await expect(objectToBreach(stranger, objection(number))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(objectToBreach(officer, objection(number))).rejects.toThrow(ForbiddenError)
    const id = await objectToBreach(owner, objection(number))
    const stored = await test.platform.prisma.breachObjection.findUniqueOrThrow({ where: { id } })
    expect(stored.answerDueOn.toISOString().slice(0, 10)).toBe('2026-03-17')
    await expect(objectToBreach(owner, objection(number))).rejects.toMatchObject({ code: 'OBJECTION_PENDING' })
    await expect(decide(id, 'REJECTED', officer.viewer.userId ?? '')).rejects.toThrow(ForbiddenError)
    await decide(id, 'REJECTED')
    await expect(decide(id, 'UPHELD')).rejects.toMatchObject({ code: 'OBJECTION_DECIDED' })
    await expect(objectToBreach(owner, objection(number))).rejects.toMatchObject({ code: 'OBJECTION_GROUND_USED' })
  })

  it('upheld, it ends count, hold, bars and the open listing case the same day; commitment and case are open again', async () => {
    const { firm, made, owner } = await missed(3)
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 3 })
    await decide(await objectToBreach(owner, objection(made[0]?.number ?? '')), 'UPHELD')
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 2, bars: [] })
    expect(await caseOf(firm.id)).toMatchObject({ state: 'CLOSED_NO_FINDING' })
    const { prisma } = test.platform
    const commitment = await prisma.commitment.findUniqueOrThrow({ where: { id: made[0]?.id }, include: { case: true } })
    expect(commitment).toMatchObject({ state: 'PENDING', case: { state: 'ACCEPTED', closeReason: null } })
    // A new limit: missed again, it counts again.
    expect(await sweepDueCommitments(contextOf(test.platform, decidedAt))).toMatchObject({ missed: 0 })
    expect(await sweepDueCommitments(contextOf(test.platform, '2026-07-01T01:00:00Z'))).toMatchObject({ missed: 1 })
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 3 })
    expect(await prisma.violationCase.count({ where: { subjectId: firm.id } })).toBe(2)
  })

  it('upheld after the decision, it annuls the entry on the dishonesty list', async () => {
    const { firm, made, owner } = await missed(3)
    const listing = await caseOf(firm.id)
    const { prisma } = test.platform
    await prisma.violationCase.update({ where: { id: listing.id }, data: { state: 'DECIDED_LISTED', decidedAt: new Date(objectedAt) } })
    const day = new Date('2026-03-12T00:00:00Z')
    await prisma.listEntry.create({
      data: {
        number: `MD-TEST-${firm.uscc}`,
        list: 'DISHONESTY',
        subjectId: firm.id,
        caseId: listing.id,
        reasons: '',
        basis: '',
        decidedOn: day,
        fromOn: day,
        untilOn: new Date('2027-03-11'),
        ruleSetVersion: 'ZZ-LISTING-1',
        createdAt: new Date(objectedAt),
      },
    })
    await decide(await objectToBreach(owner, objection(made[2]?.number ?? '')), 'UPHELD')
    expect((await caseOf(firm.id)).listEntries).toMatchObject([{ status: 'ANNULLED', endedAt: new Date(decidedAt) }])
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 2, bars: [], lists: [] })
  })

  it('of four misses one falls: the third that stands makes a case of its own, the old one ends', async () => {
    const { firm, made, owner } = await missed(4)
    await decide(await objectToBreach(owner, objection(made[0]?.number ?? '')), 'UPHELD')
    const cases = await test.platform.prisma.violationCase.findMany({ where: { subjectId: firm.id }, orderBy: { reportedAt: 'asc' } })
    expect(cases.map(({ state }) => state).sort()).toEqual(['CLOSED_NO_FINDING', 'REPORTED'])
    expect(await standingOf(firm.id)).toMatchObject({ missCount: 3 })
  })

  it('against a finding of untruth gives the approval back', async () => {
    const firm = await createFirm(test.platform)
    const { id, caseId, number } = await handle(officerOf(test.platform, agency, received), firm.uscc)
    const { prisma } = test.platform
    await prisma.approvalCase.update({ where: { id: caseId }, data: { state: 'DECIDED' } })
    await recordUntruth(contextOf(test.platform, '2026-03-11T01:00:00Z'), id)
    const owner = contextOf(test.platform, objectedAt, { roles: ['APPLICANT'], subjectId: firm.id })
    await decide(await objectToBreach(owner, objection(number, 'UNTRUE')), 'UPHELD')
    expect(await prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })).toMatchObject({ state: 'DECIDED' })
    expect(await standingOf(firm.id)).toMatchObject({ bars: [] })
  })
})

it('what is kept equals what the facts give', async () => {
  const { differing } = await verifyAllStandings(contextOf(test.platform, '2026-08-01T01:00:00Z'))
  expect(differing).toEqual([])
})
