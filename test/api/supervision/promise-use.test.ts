import { randomUUID } from 'node:crypto'
import { execute, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '#graphql/schema.ts'
import { watchPromises } from '#services/supervision/watch-promises.ts'
import { createAgency } from '#test/factories/accepting.ts'
import { createEngagement, createIntermediary, createOwner } from '#test/factories/choosing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { statementsOf } from '#test/setup/counted-statements.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
const now = '2026-06-20T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

interface Worked {
  readonly agencyId: string
  readonly officerId: string
  readonly cases: number
  readonly promises: number
  readonly broken?: number
  readonly acceptedAt?: string
  /** One applicant for all; each has its own without. */
  readonly applicantId?: string
}
/** So many accepted cases, the first ones on a promise, the first of those broken: as rows, because a hundred counters take a minute. */
async function work({ agencyId, officerId, cases, promises, broken = 0, acceptedAt = '2026-05-04T01:00:00Z', applicantId }: Worked) {
  const { prisma } = test.platform
  for (let index = 0; index < cases; index += 1) {
    const { id } = await prisma.approvalCase.create({
      data: {
        ...{ number: `BJ-${randomUUID()}`, approvalItemCode: 'AP-CON-003', agencyId, officerId, projectName: '虚构', state: 'ACCEPTED' },
        ...{
          applicantId: applicantId ?? (await createFirm(test.platform)).id,
          filedAt: new Date(acceptedAt),
          acceptedAt: new Date(acceptedAt),
        },
        ruleSetVersion: 'ZZ-TOLERANCE-1',
      },
    })
    if (index >= promises) continue
    const { applicantId: subjectId } = await prisma.approvalCase.findUniqueOrThrow({ where: { id } })
    await prisma.commitment.create({
      data: {
        ...{
          number: `CN-${randomUUID()}`,
          caseId: id,
          subjectId,
          mode: 'TOLERANT_ACCEPTANCE',
          supplementDueOn: new Date('2026-05-20'),
          letter: {},
        },
        items: { create: [{ materialSeq: 3, nameZh: '虚构成果', nameEn: 'Result' }] },
        ...{
          signerName: '测试',
          signedAt: new Date(acceptedAt),
          state: index < broken ? 'MISSED' : 'FULFILLED',
          ruleSetVersion: 'ZZ-TOLERANCE-1',
        },
      },
    })
  }
}
const alerts = () => test.platform.prisma.alert.findMany({ where: { kind: 'UNUSUAL_PROMISES' }, orderBy: { raisedAt: 'asc' } })

describe('R7: unusual use of tolerance', () => {
  it('an officer far above the others of the agency is told of once a half-year; the others are not', async () => {
    const agencyId = await createAgency(test.platform, '虚构容缺局')
    const [eager, careful] = [randomUUID(), randomUUID()]
    await work({ agencyId, officerId: eager, cases: 12, promises: 11 })
    await work({ agencyId, officerId: careful, cases: 12, promises: 1 })
    // Before the window.
    await work({ agencyId, officerId: careful, cases: 12, promises: 12, acceptedAt: '2025-06-02T01:00:00Z' })
    const system = contextOf(test.platform, now)
    expect(await watchPromises(system)).toEqual({ raised: 1 })
    expect(await watchPromises(system)).toEqual({ raised: 0 })
    expect(await alerts()).toMatchObject([
      { level: 'YELLOW', organisationId: agencyId, facts: { actor: 'OFFICER', sign: 'SHARE_FAR_ABOVE_PEERS', cases: 12, promises: 11 } },
    ])
    // Going on in the next half-year, it is told again.
    expect(await watchPromises(contextOf(test.platform, '2026-07-01T01:00:00Z'))).toEqual({ raised: 1 })
  })

  it('two watchers at once tell once', async () => {
    const agencyId = await createAgency(test.platform, '虚构多承诺局')
    const { id } = await createFirm(test.platform)
    await work({ agencyId, officerId: randomUUID(), cases: 6, promises: 6, applicantId: id })
    await Promise.all([watchPromises(contextOf(test.platform, now)), watchPromises(contextOf(test.platform, now))])
    const told = (await alerts()).filter(({ subjectId }) => subjectId === id)
    expect(told).toMatchObject([{ facts: { actor: 'APPLICANT', sign: 'MANY_PROMISES', promises: 6, broken: 0 } }])
  })

  it('the overview names figures and signs, one statement a kind, for supervisors only', async () => {
    const query = (actor: string) =>
      parse(
        `{ promiseUse(actor: ${actor}) { windowDays clause uses { name organisationName cases promises broken peerCases peerPromises signs } } }`,
      )
    const ask = async (actor: string, roles: ('REFORM_OFFICE' | 'WINDOW_OFFICER')[]) =>
      execute({ schema, document: query(actor), contextValue: contextOf(test.platform, now, { roles }) })
    const { data } = await ask('OFFICER', ['REFORM_OFFICE'])
    expect(data?.['promiseUse']).toMatchObject({
      windowDays: 180,
      uses: [
        { organisationName: '虚构容缺局', cases: 12, promises: 11, peerCases: 12, peerPromises: 1, signs: ['SHARE_FAR_ABOVE_PEERS'] },
        { organisationName: '虚构多承诺局', promises: 6, signs: [] },
        { organisationName: '虚构容缺局', promises: 1, signs: [] },
      ],
    })
    expect((await ask('OFFICER', ['WINDOW_OFFICER'])).errors).toHaveLength(1)
    for (const actor of ['OFFICER', 'APPLICANT', 'INTERMEDIARY'])
      expect(await statementsOf(test.pool, () => ask(actor, ['REFORM_OFFICE']))).toHaveLength(1)
  })

  it('an intermediary is told of when promises of its results are broken: whoever the applicant engaged for the material’s service', async () => {
    const { prisma } = test.platform
    const intermediary = await createIntermediary(test.platform)
    const owner = await createOwner(test.platform, '2026-03-02T01:00:00Z')
    const { id } = await createEngagement(owner, intermediary.uscc)
    const { serviceItemCode, applicantId } = await prisma.engagement.findUniqueOrThrow({ where: { id } })
    await test.asOwner(
      `UPDATE "Material" SET "serviceItemCode" = '${serviceItemCode}' WHERE "approvalItemCode" = 'AP-CON-003' AND "seq" = 3`,
    )
    const agencyId = await createAgency(test.platform, '虚构成果局')
    await work({ agencyId, officerId: randomUUID(), cases: 10, promises: 10, broken: 4, applicantId })
    await watchPromises(contextOf(test.platform, now))
    const told = (await alerts()).filter(({ sourceType }) => sourceType === 'Intermediary')
    expect(told).toMatchObject([{ facts: { actor: 'INTERMEDIARY', sign: 'BROKEN_FAR_ABOVE_PEERS', promises: 10, broken: 4 } }])
  })
})
