import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import { receiveSupplement } from '#services/commitments/receive-supplement.ts'
import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { commitmentStep, createAgency, handle, officerOf, promise } from '#test/factories/accepting.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { doubt } from '#test/factories/verifying.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
const received = '2026-03-02T01:00:00Z'

interface Asked {
  readonly agenda: { totalCount: number; entries: { kind: string; number: string; dueOn: string }[] }
  readonly agendaCounts: { bucket: string; count: number }[]
  readonly agencyStatistics: Record<string, string | number>[]
}
async function ask(context: UseCaseContext, query: string): Promise<Asked> {
  const { data, errors } = await execute({ schema, document: parse(query), contextValue: context })
  if (errors) throw errors[0]?.originalError ?? errors[0]
  return data as unknown as Asked
}
const officerAt = (at: string) => officerOf(test.platform, agency, at)

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构日程局')
})
afterAll(() => test.close())

describe('what is due at an agency', () => {
  it('comes by day and bucket, of this agency alone, in one statement each', async () => {
    const officer = officerAt(received)
    const made = []
    for (const dueOn of ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13', '2026-03-18']) {
      made.push(await promise(officer, (await createFirm(test.platform)).uscc, dueOn))
    }
    const other = officerOf(test.platform, await createAgency(test.platform, '虚构别局'), received)
    await promise(other, (await createFirm(test.platform)).uscc, '2026-03-11')
    const doubted = await handle(officer, (await createFirm(test.platform)).uscc)
    const finding = await doubt(officerAt('2026-03-02T02:00:00Z'), doubted.id)
    const { number: findingNumber } = await test.platform.prisma.untrueFinding.findUniqueOrThrow({ where: { id: finding } })
    const verified = await handle(officer, (await createFirm(test.platform)).uscc)
    const task = await test.platform.prisma.verificationTask.findUniqueOrThrow({ where: { commitmentId: verified.id } })

    // Wednesday the 11th; nobody has swept yet.
    const wednesday = officerAt('2026-03-11T01:00:00Z')
    const supplements = (numbers: (string | undefined)[]) =>
      numbers.map((number) => expect.objectContaining({ kind: 'SUPPLEMENT', number }) as object)
    const inBucket = async (bucket: string) =>
      (await ask(wednesday, `{ agenda(bucket: ${bucket}) { totalCount entries { kind number dueOn } } }`)).agenda
    // The two handled cases had three working days; nobody decided them.
    const overdue = await inBucket('OVERDUE')
    expect(overdue.entries.map(({ kind, dueOn }) => [kind, dueOn])).toEqual([
      ['CASE_DECISION', '2026-03-05'],
      ['CASE_DECISION', '2026-03-05'],
      ['SUPPLEMENT', '2026-03-10'],
    ])
    expect(overdue.entries.slice(2)).toEqual(supplements([made[0]?.number]))
    expect((await inBucket('TODAY')).entries).toEqual(supplements([made[1]?.number]))
    expect((await inBucket('TOMORROW')).entries).toEqual(supplements([made[2]?.number]))
    expect((await inBucket('THIS_WEEK')).entries).toEqual(supplements([made[3]?.number]))
    const later = await inBucket('LATER')
    expect(later.entries).toContainEqual({ kind: 'UNTRUE_DECISION', number: findingNumber, dueOn: '2026-03-16' })
    expect(later.entries).toContainEqual({ kind: 'VERIFICATION', number: task.number, dueOn: '2026-03-30' })
    expect(later.entries.map(({ dueOn }) => dueOn)).toEqual(later.entries.map(({ dueOn }) => dueOn).sort())
    expect(later.entries.filter(({ kind }) => kind === 'CASE_DECISION')).toHaveLength(5)

    const { agendaCounts } = await ask(wednesday, '{ agendaCounts { bucket count } }')
    expect(agendaCounts).toEqual([
      { bucket: 'OVERDUE', count: 3 },
      { bucket: 'TODAY', count: 1 },
      { bucket: 'TOMORROW', count: 1 },
      { bucket: 'THIS_WEEK', count: 1 },
      { bucket: 'LATER', count: later.totalCount },
    ])
    const own = await ask(wednesday, '{ agendaCounts(isMine: true) { bucket count } }')
    expect(own.agendaCounts.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0])
    const mine = await ask({ ...wednesday, viewer: officer.viewer }, '{ agendaCounts(isMine: true) { bucket count } }')
    expect(mine.agendaCounts).toEqual(agendaCounts)

    const between = '{ agenda(fromOn: "2026-03-11", untilOn: "2026-03-12", first: 1) { totalCount entries { number } } }'
    expect((await ask(wednesday, between)).agenda).toMatchObject({ totalCount: 2, entries: [{ number: made[1]?.number }] })
    expect(await statementsOf(test.pool, () => ask(wednesday, between))).toHaveLength(1)
    expect(await statementsOf(test.pool, () => ask(wednesday, '{ agendaCounts { bucket count } }'))).toHaveLength(1)
  })

  it('is not for those who act for nobody', async () => {
    const nobody = contextOf(test.platform, received, { roles: ['WINDOW_OFFICER'], organisationId: null })
    await expect(ask(nobody, '{ agendaCounts { bucket count } }')).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the months of an agency', () => {
  it('count what was accepted, promised, kept and broken, and the days that tolerance saved, in one statement', async () => {
    agency = await createAgency(test.platform, '虚构统计局')
    const officer = officerAt(received)
    const keep = await promise(officer, (await createFirm(test.platform)).uscc, '2026-03-20')
    const later = await promise(officer, (await createFirm(test.platform)).uscc, '2026-03-24')
    await promise(officer, (await createFirm(test.platform)).uscc, '2026-03-20')
    await handle(officer, (await createFirm(test.platform)).uscc)
    // 00:30 in Shanghai of the 9th, and late on the 20th: 7 and 18 calendar days after the 2nd.
    const deliveries = [
      [keep.id, '2026-03-08T16:30:00Z'],
      [later.id, '2026-03-20T15:30:00Z'],
    ] as const
    for (const [id, at] of deliveries) {
      const counter = officerAt(at)
      await receiveSupplement(counter, { ...(await commitmentStep(counter, id)), materials: [3] })
    }
    await sweepDueCommitments(contextOf(test.platform, '2026-03-31T15:59:00Z'))
    // The last minute of March in Shanghai, and the first of April.
    const query = '{ agencyStatistics(months: 2) { month accepted tolerant kept broken daysSaved savedCases } }'
    const march = { month: '2026-03', accepted: 4, tolerant: 4, kept: 2, broken: 1, daysSaved: 25, savedCases: 2 }
    const empty = { accepted: 0, tolerant: 0, kept: 0, broken: 0, daysSaved: 0, savedCases: 0 }
    expect((await ask(officerAt('2026-03-31T15:59:59Z'), query)).agencyStatistics).toEqual([{ month: '2026-02', ...empty }, march])
    expect((await ask(officerAt('2026-03-31T16:00:00Z'), query)).agencyStatistics).toEqual([march, { month: '2026-04', ...empty }])
    expect(await statementsOf(test.pool, () => ask(officerAt(received), query))).toHaveLength(1)
  })
})
