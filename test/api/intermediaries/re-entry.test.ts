import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { checkEntry } from '#services/intermediaries/check-entry.ts'
import { listDueEntries } from '#services/intermediaries/list-due-entries.ts'
import { readApplication } from '#services/intermediaries/read-entry.ts'
import { requestExit } from '#services/intermediaries/request-exit.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { choiceOf, createEngagement, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import type { RegisteredIntermediary } from '#test/factories/choosing.ts'
import { filledEntry, newcomer, publishedEntry, seen, submittedEntry } from '#test/factories/entering.ts'
import type { EntryParts } from '#test/factories/entering.ts'
import { contextOf } from '#test/factories/people.ts'
import { staffOf } from '#test/factories/upkeep.ts'
import { createCase, decisionTexts, peopleOf, stepOf } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'
import { decideViolation } from '#services/listings/decide-violation.ts'

const monday = '2026-11-02T02:00:00Z'
/** After three working days of publicity. */
const nextMonday = '2026-11-09T02:00:00Z'
let test: TestPlatform
let owner: UseCaseContext
let officer: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  owner = await createOwner(test.platform, nextMonday)
  officer = contextOf(test.platform, monday, { roles: ['REFORM_OFFICE'] })
})
afterAll(() => test.close())

/** A firm that has left the register. */
async function exited(): Promise<RegisteredIntermediary> {
  const firm = await createIntermediary(test.platform)
  await requestExit(staffOf(test.platform, firm, '2026-10-12T02:00:00Z'), { clientMutationId: randomUUID(), reasons: '业务调整' })
  return firm
}
const again = ({ uscc }: RegisteredIntermediary, changes: EntryParts = {}): EntryParts => {
  const { identity } = filledEntry()
  return { identity: { ...identity, uscc, name: '虚构归来环境咨询有限公司' }, ...changes }
}
const rowOf = (firm: RegisteredIntermediary) =>
  test.platform.prisma.intermediary.findUniqueOrThrow({
    where: { id: firm.intermediaryId },
    include: { subject: true, practitioners: true, offerings: { include: { history: { orderBy: { version: 'asc' } } } } },
  })
const list = () => listDueEntries(contextOf(test.platform, nextMonday))

describe('a firm that left comes back (rulebook R3: open to every qualified institution)', () => {
  it('is listed again under its code, with its history, what it offers now, and the applicant acting for it', async () => {
    const firm = await createIntermediary(test.platform)
    const before = await createEngagement({ ...owner }, firm.uscc)
    await test.platform.prisma.engagement.update({ where: { id: before.id }, data: { state: 'COMPLETED' } })
    await requestExit(staffOf(test.platform, firm, '2026-10-12T02:00:00Z'), { clientMutationId: randomUUID(), reasons: '业务调整' })
    expect((await rowOf(firm)).status).toBe('EXITED')
    const person = await newcomer(test.platform, monday)
    const number = await publishedEntry(person, officer, again(firm))
    expect(await list()).toMatchObject({ listed: 1, sentBack: 0 })

    const row = await rowOf(firm)
    expect(row).toMatchObject({ status: 'LISTED', subject: { uscc: firm.uscc, name: '虚构归来环境咨询有限公司' } })
    expect(row.listedOn.toISOString().slice(0, 10)).toBe('2026-11-09')
    expect(row.practitioners).toHaveLength(1)
    expect(row.offerings).toMatchObject([{ isWithdrawn: false, version: 2, history: [{ version: 1 }, { version: 2, reason: '重新入驻' }] }])
    expect(await test.platform.prisma.engagement.count({ where: { intermediaryId: firm.intermediaryId } })).toBe(1)
    expect(await test.platform.prisma.intermediary.count({ where: { subject: { uscc: firm.uscc } } })).toBe(1)
    const application = await test.platform.prisma.entryApplication.findUniqueOrThrow({ where: { number } })
    expect(application).toMatchObject({ state: 'LISTED', intermediaryId: firm.intermediaryId })
    const memberships = await test.platform.prisma.membership.findMany({
      where: { userId: person.viewer.userId ?? '' },
      include: { organisation: true },
    })
    expect(memberships).toMatchObject([{ roles: ['INTERMEDIARY'], organisation: { subjectId: firm.subjectId } }])
    const chosen = { ...choiceOf(firm.uscc), offeringVersion: 2 }
    await expect(chooseIntermediary(owner, chosen)).resolves.toEqual(expect.any(String))
  })

  it('the officer is told that it comes back; of a firm still in the register the code is refused as ever', async () => {
    const [left, listed] = [await exited(), await createIntermediary(test.platform)]
    const findings = async (firm: RegisteredIntermediary) => {
      const person = await newcomer(test.platform, monday)
      const number = await submittedEntry(person, again(firm))
      const row = await test.platform.prisma.entryApplication.findUniqueOrThrow({ where: { number } })
      const { findings: all } = await readApplication(test.platform.prisma, row, new Date(monday))
      const codes = all.map(({ level, code }) => `${level} ${code}`)
      // The codes of these tests are invented down to the organisation code.
      return { number, person, codes: codes.filter((code) => code !== 'NOTE USCC_ORGANISATION_CODE_DOUBTFUL') }
    }
    expect((await findings(left)).codes).toEqual(['NOTE RE_ENTRY'])
    const { number, person, codes } = await findings(listed)
    expect(codes).toEqual(['BLOCKS USCC_ALREADY_REGISTERED'])
    await expect(checkEntry(officer, { ...(await seen(person, number)), outcome: 'PASS' })).rejects.toMatchObject({
      code: 'ENTRY_HAS_FINDINGS',
    })
  })

  it('leaving and coming back takes no blacklisting off', async () => {
    const firm = await createIntermediary(test.platform)
    const people = peopleOf(test.platform, firm.subjectId, '2026-10-12T02:00:00Z')
    const id = await createCase(people, firm.uscc, 'DEFENCE_FILED')
    const step = { ...(await stepOf(people.decider, id)), ...decisionTexts, publicUntilOn: '2027-12-01' }
    await decideViolation(people.decider, { ...step, outcome: 'LISTED' })
    await requestExit(staffOf(test.platform, firm, '2026-10-13T02:00:00Z'), { clientMutationId: randomUUID(), reasons: '业务调整' })
    const person = await newcomer(test.platform, monday)
    const number = await submittedEntry(person, again(firm))
    await expect(checkEntry(officer, { ...(await seen(person, number)), outcome: 'PASS' })).rejects.toMatchObject({
      code: 'ENTRY_HAS_FINDINGS',
    })
  })

  it('nor a tie on record: it still bars the items of that agency', async () => {
    const firm = await exited()
    const agency = await test.platform.prisma.organisation.create({
      data: { kind: 'AGENCY', nameZh: '虚构生态局', divisionCode: '410100', agencyKindZh: '生态环境主管部门', createdAt: new Date(monday) },
    })
    const tie = { kind: 'SUBORDINATE_UNIT', partyName: '虚构生态局', agencyId: agency.id, fromOn: new Date('2026-01-01') } as const
    await test.platform.prisma.affiliation.create({ data: { ...tie, intermediaryId: firm.intermediaryId } })
    const person = await newcomer(test.platform, monday)
    const number = await submittedEntry(person, again(firm))
    await expect(checkEntry(officer, { ...(await seen(person, number)), outcome: 'PASS' })).rejects.toMatchObject({
      code: 'ENTRY_HAS_FINDINGS',
    })
  })
})
