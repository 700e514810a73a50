import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pauseCase } from '#services/acceptance/pause-case.ts'
import { lockedCaseIncludes, readLockedCase } from '#services/acceptance/read-locked-case.ts'
import { createAgency, officerOf, promiseSeveral } from '#test/factories/accepting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { caseStep, fileOnline } from '#test/factories/filing.ts'
import { createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agencyId: string
const monday = '2026-03-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())

async function expectSame(caseId: string) {
  const { prisma } = test.platform
  const read = await prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId }, include: lockedCaseIncludes })
  expect(await readLockedCase(prisma, read.number)).toEqual(read)
  return read
}

it('by one statement it is what Prisma reads by ten: promised, paused and with an exception', async () => {
  const officer = officerOf(test.platform, agencyId, monday)
  const { uscc } = await createFirm(test.platform)
  const own = [{ materialSeq: 2, dueOn: '2026-03-10' }]
  const { caseId } = await promiseSeveral(officer, uscc, { common: '2026-03-16', own })
  const pause = { cause: 'EXPERT_REVIEW', untilOn: '2026-03-13', reasons: '召开专家评审会' } as const
  await pauseCase(officerOf(test.platform, agencyId, '2026-03-09T01:00:00Z'), { ...(await caseStep(officer, caseId)), ...pause })
  const exception = { mode: 'TOLERANT_ACCEPTANCE', refusalCode: 'BARRED', reasons: '演示', basis: '演示' } as const
  await test.platform.prisma.modeException.create({
    data: { ...exception, caseId, grantedById: randomUUID(), grantedAt: new Date(monday) },
  })
  const { commitments, materials, pauses, exceptions } = await expectSame(caseId)
  expect([commitments[0]?.items.length, materials.length, pauses.length, exceptions.length]).toEqual([2, 7, 1, 1])
})

it('also where only files were handed in', async () => {
  const owner = await createOwner(test.platform, monday)
  const { materials } = await expectSame(await fileOnline(owner, agencyId, [1, 2]))
  expect(materials.map(({ files }) => files.length)).toEqual([1, 1, 0, 0])
})

it('a number nobody gave is nobody’s', async () => {
  expect(await readLockedCase(test.platform.prisma, 'BJ-2026-999999')).toBeNull()
})
