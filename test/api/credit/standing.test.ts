import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toDbDay } from '#prisma/db-day.ts'
import { reRateDueSubjects } from '#services/credit/re-rate-due-subjects.ts'
import { refreshStanding } from '#services/credit/refresh-standing.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())

/** Records a finding worth 20 points that counts from 2026-03-01 to 2026-08-31. */
async function recordFinding(subjectId: string, sourceId: string): Promise<void> {
  await runInTransaction(contextOf(test.platform, '2026-03-01T02:00:00Z'), async (unit) => {
    await unit.tx.creditEvent.create({
      data: {
        subjectId,
        kind: 'VIOLATION',
        points: -20,
        clause: 'V-RPT-01',
        occurredOn: toDbDay('2026-02-01'),
        countsFromOn: toDbDay('2026-03-01'),
        countsUntilOn: toDbDay('2026-08-31'),
        recordedAt: unit.now,
        description: '出具虚假报告',
        sourceType: 'ViolationCase',
        sourceId,
      },
    })
    await refreshStanding(unit, subjectId)
  })
}

const conductOf = async (subjectId: string) =>
  (await test.platform.prisma.creditStanding.findUniqueOrThrow({ where: { subjectId } })).conductScore

describe('credit standing, kept in one row', () => {
  it('counts both of two findings recorded in the same instant', async () => {
    const { id } = await createFirm(test.platform)
    await Promise.all([recordFinding(id, crypto.randomUUID()), recordFinding(id, crypto.randomUUID())])
    expect(await conductOf(id)).toBe(60)
    expect(await test.platform.prisma.creditStanding.findUnique({ where: { subjectId: id } })).toMatchObject({ version: 2 })
  })

  it('is renewed the day after a finding stops counting, and not before', async () => {
    const { id } = await createFirm(test.platform)
    await recordFinding(id, crypto.randomUUID())
    await reRateDueSubjects(contextOf(test.platform, '2026-08-31T15:00:00Z'))
    expect(await conductOf(id)).toBe(80)
    await reRateDueSubjects(contextOf(test.platform, '2026-08-31T16:00:00Z'))
    expect(await conductOf(id)).toBe(100)
  })

  it('equals what its facts give, and a row changed by hand is named', async () => {
    const { id } = await createFirm(test.platform)
    await recordFinding(id, crypto.randomUUID())
    const nightly = contextOf(test.platform, '2026-09-01T18:00:00Z')
    expect((await verifyAllStandings(nightly)).differing).toEqual([])
    await test.platform.prisma.creditStanding.update({ where: { subjectId: id }, data: { missCount: 2, conductScore: 100 } })
    expect((await verifyAllStandings(nightly)).differing).toEqual([{ subjectId: id, fields: ['conductScore', 'missCount'] }])
  })
})
