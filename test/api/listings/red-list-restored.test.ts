import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decideBreachObjection } from '#services/commitments/decide-breach-objection.ts'
import { objectToBreach } from '#services/commitments/object-to-breach.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { annulDecision } from '#services/listings/annul-decision.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'
import { removeBarredFromRedList } from '#services/listings/remove-from-red-list.ts'
import { createAgency, officerOf, promise } from '#test/factories/accepting.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf } from '#test/factories/people.ts'
import { nominationPeople, redListedFirm } from '#test/factories/red-listing.ts'
import { createCase, decisionTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

type Firm = Awaited<ReturnType<typeof createIntermediary>>

let test: TestPlatform

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

/** An institution on the red list since 12 March 2026. */
async function praised(): Promise<Firm> {
  const firm = await createIntermediary(test.platform)
  const people = nominationPeople(test.platform, '2026-03-02T01:00:00Z')
  await redListedFirm(test.platform, people, '2026-03-12T01:00:00Z', { id: firm.subjectId, uscc: firm.uscc })
  return firm
}

/** Listed on the blacklist at that instant; answers with the case. */
async function blacklist(firm: Firm, at: string): Promise<string> {
  const people = peopleOf(test.platform, firm.subjectId, at)
  const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
  const listed = { outcome: 'LISTED', publicUntilOn: '2028-03-12', ...decisionTexts } as const
  await decideViolation(people.decider, { ...(await stepOf(people.decider, id)), ...listed })
  return id
}

const annul = (caseId: string, at: string) =>
  runInTransaction(contextOf(test.platform, at), (unit) => annulDecision(unit, caseId, '认定事实不清，予以撤销。'))

/** Its entry on the red list, what was told of it, and the lists on which it stands after March. */
async function redListOf({ subjectId }: Pick<Firm, 'subjectId'>) {
  const { prisma } = test.platform
  const { id, ...entry } = await prisma.listEntry.findFirstOrThrow({ where: { subjectId, list: 'RED_LIST' } })
  const standing = await prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })
  const told = await prisma.outboxEvent.findMany({ where: { entityId: id }, orderBy: { id: 'asc' } })
  const memberships = standing.lists as unknown as readonly { readonly list: string; readonly until: string | null }[]
  const lists = memberships.filter(({ until }) => until === null || until > '2026-03-31').map(({ list }) => list)
  return { ...entry, topics: told.map(({ topic }) => topic), lists }
}

describe('R5: an annulled listing is as if it had never been', () => {
  it('puts back on the red list whom it removed, and tells whoever was told', async () => {
    const firm = await praised()
    const caseId = await blacklist(firm, '2026-03-16T01:00:00Z')
    expect(await redListOf(firm)).toMatchObject({ status: 'REMOVED', lists: ['BLACKLIST'] })
    await annul(caseId, '2026-03-20T01:00:00Z')
    const back = await redListOf(firm)
    expect(back).toMatchObject({ status: 'ACTIVE', endedAt: null, endReason: null, delistingNumber: null, lists: ['RED_LIST'] })
    expect(back.topics.filter((topic) => topic.startsWith('listings.'))).toEqual(['listings.entryRemoved', 'listings.entryRestored'])
  })

  it('of two that stand beside each other, the last one annulled puts back', async () => {
    const firm = await praised()
    const first = await blacklist(firm, '2026-03-16T01:00:00Z')
    const second = await blacklist(firm, '2026-03-18T01:00:00Z')
    await annul(first, '2026-03-20T01:00:00Z')
    expect(await redListOf(firm)).toMatchObject({ status: 'REMOVED', lists: ['BLACKLIST'] })
    await annul(second, '2026-03-23T01:00:00Z')
    expect(await redListOf(firm)).toMatchObject({ status: 'ACTIVE', lists: ['RED_LIST'] })
  })

  it('so does a listing for broken promises whose trigger was annulled', async () => {
    const { prisma } = test.platform
    const firm = await praised()
    const officer = officerOf(test.platform, await createAgency(test.platform, '虚构审批局'), '2026-03-16T01:00:00Z')
    const promised = () => promise(officer, firm.uscc, '2026-03-24')
    await promised()
    await promised()
    const last = await promised()
    await sweepDueCommitments(contextOf(test.platform, '2026-03-24T16:00:00Z'))
    const { subjectId } = firm
    const { id: caseId } = await prisma.violationCase.findFirstOrThrow({ where: { subjectId, kind: 'BROKEN_COMMITMENTS' } })
    const [at, day] = [new Date('2026-03-25T01:00:00Z'), new Date('2026-03-25')]
    await prisma.violationCase.update({ where: { id: caseId }, data: { state: 'DECIDED_LISTED', decidedAt: at } })
    await prisma.listEntry.create({
      data: {
        ...{ number: `MD-TEST-${firm.uscc}`, list: 'DISHONESTY', subjectId, caseId, reasons: '', basis: '', createdAt: at },
        ...{ decidedOn: day, fromOn: day, untilOn: new Date('2027-03-24'), ruleSetVersion: 'ZZ-LISTING-1' },
      },
    })
    await removeBarredFromRedList(contextOf(test.platform, '2026-03-25T02:00:00Z'))
    expect(await redListOf(firm)).toMatchObject({ status: 'REMOVED' })

    const owner = contextOf(test.platform, '2026-03-26T01:00:00Z', { roles: ['APPLICANT'], subjectId })
    const texts = { kind: 'MISSED', ground: 'FORCE_MAJEURE', text: '暴雨致全城停业' } as const
    const objectionId = await objectToBreach(owner, { clientMutationId: randomUUID(), number: last.number, ...texts })
    const reviewer = contextOf(test.platform, '2026-03-27T01:00:00Z', { roles: ['APPEAL_REVIEWER'] })
    const { version } = await prisma.breachObjection.findUniqueOrThrow({ where: { id: objectionId } })
    const upheld = { objectionId, version, outcome: 'UPHELD', reasons: '理由充分' } as const
    await decideBreachObjection(reviewer, { clientMutationId: randomUUID(), ...upheld })
    expect(await redListOf(firm)).toMatchObject({ status: 'ACTIVE', lists: ['RED_LIST'] })
  })
})
