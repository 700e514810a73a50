import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toDbDay } from '#prisma/db-day.ts'
import { refreshSearchDocument } from '#search/intermediaries/refresh-search-document.ts'
import { refreshStandings } from '#services/credit/refresh-standings.ts'
import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createIntermediary } from '#test/factories/choosing.ts'
import { contextOf, freshUscc } from '#test/factories/people.ts'
import { recordEvent } from '#test/factories/rating.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let worker: UseCaseContext
beforeAll(async () => {
  test = await openTestPlatform()
  worker = contextOf(test.platform, '2026-06-10T02:00:00Z')
})
afterAll(() => test.close())

describe('standings of many', () => {
  const many = 1111

  /** Firms, the n-th with n modulo 50 points off; their ids. */
  async function createMany(): Promise<string[]> {
    const usccs = Array.from({ length: many }, freshUscc)
    const rows = await test.platform.prisma.$queryRaw<{ subjectId: string }[]>`
      WITH firm AS (
        INSERT INTO "Subject" ("id", "kind", "name", "uscc", "isFictitious", "createdAt")
        SELECT gen_random_uuid(), 'ORGANISATION', '虚构公司' || n, uscc, true, now() FROM unnest(${usccs}::text[]) WITH ORDINALITY AS firms(uscc, n)
        RETURNING "id", "name"
      )
      INSERT INTO "CreditEvent" ("id", "subjectId", "kind", "points", "clause", "occurredOn", "countsFromOn", "recordedAt", "description", "sourceType", "sourceId")
      SELECT gen_random_uuid(), "id", 'VIOLATION', -(substr("name", 5)::int % 50), 'V-FEE-02', DATE '2026-06-01', DATE '2026-06-01', now(), '虚构', 'TEST',
        gen_random_uuid() FROM firm RETURNING "subjectId"`
    return rows.map(({ subjectId }) => subjectId)
  }

  it('lots side by side give everybody their own, each once', async () => {
    const subjectIds = await createMany()
    expect(await runInTransaction(worker, (unit) => refreshStandings(unit, subjectIds))).toBe(many)
    expect(await runInTransaction(worker, (unit) => refreshStandings(unit, subjectIds))).toBe(0)
    const [written] = await test.platform.prisma.$queryRaw<{ right: number; twice: number }[]>`
      SELECT count(*) FILTER (WHERE c."conductScore" = 100 - substr(s."name", 5)::int % 50)::int AS "right",
        count(*) FILTER (WHERE c."version" = 2)::int AS "twice"
      FROM "CreditStanding" c JOIN "Subject" s ON s."id" = c."subjectId" WHERE s."id" = ANY (${subjectIds}::uuid[])`
    expect(written).toEqual({ right: many, twice: many })
    expect(await verifyAllStandings(worker)).toMatchObject({ differing: [] })
  })

  it('one that cannot be written takes all of them back', async () => {
    const subjectIds = await createMany()
    const failing = runInTransaction(worker, async (unit) => {
      await refreshStandings(unit, subjectIds)
      await unit.tx.$executeRaw`SELECT 1 / 0`
    })
    await expect(failing).rejects.toThrow()
    expect(await test.platform.prisma.creditStanding.count({ where: { subjectId: { in: subjectIds } } })).toBe(0)
  })
})

describe('another letter', () => {
  it('is the only thing that changes in what the search shows; without one nothing does', async () => {
    const { subjectId, intermediaryId } = await createIntermediary(test.platform)
    // Long enough ago to be rated without reviews.
    await test.platform.prisma.intermediary.update({ where: { id: intermediaryId }, data: { listedOn: toDbDay('2025-01-06') } })
    const document = async () => {
      const [row] = await test.platform.prisma.$queryRaw<{ said: { grade: string }; version: bigint }[]>`
        SELECT to_jsonb(d) - 'version' - 'indexedVersion' AS "said", "version" FROM "SearchDocument" d WHERE "intermediaryId" = ${intermediaryId}::uuid`
      if (!row) throw new RangeError(`${intermediaryId} has no document`)
      return row
    }
    await recordEvent(worker, subjectId, { points: -1 })
    const before = await document()
    expect(before.said.grade).toBe('A')
    await recordEvent(worker, subjectId, { points: -2 })
    expect(await document()).toEqual(before)
    await recordEvent(worker, subjectId, { points: -30 })
    const after = await document()
    expect(after.said).toEqual({ ...before.said, grade: 'C' })
    expect(after.version).toBeGreaterThan(before.version)
    await runInTransaction(worker, ({ tx }) => refreshSearchDocument(tx, intermediaryId))
    expect(await document()).toEqual(after)
  })
})
