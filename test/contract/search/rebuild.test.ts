import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { env } from '#env'
import { seedBulk } from '#prisma/seed/bulk/seed-bulk.ts'
import { keepOrdersOf } from '#search/intermediaries/neutral-places.ts'
import { engineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { feedEngine } from '#search/intermediaries/meilisearch/feed.ts'
import { createMeilisearchSearch } from '#search/intermediaries/meilisearch/meilisearch-search.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { rebuildDocuments } from '#search/intermediaries/rebuild-documents.ts'
import type { SearchPort } from '#search/search-port.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'
import { everything } from './search-contract.ts'
import { whileWorking } from './load.ts'

const size = 400
const fetchedName = z.object({ results: z.array(z.object({ name: z.string() })) })
let test: TestPlatform
beforeAll(async () => {
  test = await openTestPlatform()
  await seedBulk(test.platform, size, () => undefined)
})
afterAll(() => test.close())

const refreshed = async (id: string) =>
  (await test.pool.query<{ name: string }>('SELECT "name" FROM "SearchDocument" WHERE "intermediaryId" = $1', [id])).rows[0]?.name

describe('rebuilding the search documents under load', () => {
  it('no search fails, no change is lost, and what was wrong is right', async () => {
    const damaged = await test.pool.query<{ id: string; name: string }>(
      `UPDATE "SearchDocument" SET "name" = '错误', "grams" = '{}' WHERE "intermediaryId" IN (SELECT "intermediaryId" FROM "SearchDocument" LIMIT 50)
       RETURNING "intermediaryId" AS id`,
    )
    await test.pool.query(
      'DELETE FROM "SearchDocument" WHERE "intermediaryId" IN (SELECT "intermediaryId" FROM "SearchDocument" WHERE "name" <> $1 LIMIT 20)',
      ['错误'],
    )
    let percentages: number[] = []
    const until = performance.now() + 6_000
    const { searches, failed, changes, lost } = await whileWorking(test.platform, createPostgresSearch(test.pool), refreshed, async () => {
      // Again and again: one rebuild of so few is over before much has happened beside it.
      while (performance.now() < until || percentages.length === 0) {
        percentages = []
        await rebuildDocuments(test.platform.prisma, (done, of) => percentages.push(done / of))
      }
    })
    expect({ failed, lost }).toEqual({ failed: 0, lost: 0 })
    expect(searches).toBeGreaterThan(5)
    expect(changes).toBeGreaterThan(5)
    for (const { id } of damaged.rows) expect(await refreshed(id)).not.toBe('错误')
    const { rows } = await test.pool.query<{ n: number }>('SELECT count(*)::int AS n FROM "SearchDocument"')
    expect(rows[0]?.n).toBe(size)
    expect(percentages.at(-1)).toBe(1)
    expect([...percentages].sort((a, b) => a - b)).toEqual(percentages)
  })

  it('a document that comes out as it was keeps its version', async () => {
    const versions = async () => (await test.pool.query('SELECT "intermediaryId", "version" FROM "SearchDocument" ORDER BY 1')).rows
    const before = await versions()
    await rebuildDocuments(test.platform.prisma, () => undefined)
    expect(await versions()).toEqual(before)
  })
})

describe('keeping the order of a day', () => {
  it('documents written while it is made have their place too', async () => {
    const day = '2026-11-21'
    await Promise.all([keepOrdersOf(test.pool, [day]), seedBulk(test.platform, size + 200, () => undefined)])
    const { rows } = await test.pool.query<{ missing: number }>(
      `SELECT count(*)::int AS missing FROM "SearchDocument" d
       WHERE NOT EXISTS (SELECT FROM "SearchPlace" p WHERE p."intermediaryId" = d."intermediaryId" AND p."day" = $1)`,
      [day],
    )
    expect(rows[0]?.missing).toBe(0)
    const whole = await createPostgresSearch(test.pool, { broadFrom: Infinity }).searchIntermediaries({ ...everything, limit: 50 })
    const broad = await createPostgresSearch(test.pool, { broadFrom: 0 }).searchIntermediaries({ ...everything, limit: 50 })
    expect(broad.ids).toEqual(whole.ids)
  })

  it('keeps the days asked for and no others', async () => {
    expect(await keepOrdersOf(test.pool, ['2026-11-22', '2026-11-23'])).toEqual(['2026-11-22', '2026-11-23'])
    expect(await keepOrdersOf(test.pool, ['2026-11-22', '2026-11-23'])).toEqual([])
    const { rows } = await test.pool.query('SELECT DISTINCT "day"::text AS day FROM "SearchPlace" ORDER BY 1')
    expect(rows).toEqual([{ day: '2026-11-22' }, { day: '2026-11-23' }])
  })
})

const host = env.MEILI_HOST
if (host !== undefined) {
  describe('rebuilding the index of a live Meilisearch under load', () => {
    it('no search fails and no change is lost', async () => {
      const engine = createEngine({ host, key: env.MEILI_KEY, timeoutMs: 20_000 })
      const index = engineIndex(engine, `test-${randomUUID()}`)
      expect(await rebuildIndex({ pool: test.pool, engine, uid: index.uid })).toBe(true)
      const port: SearchPort = createMeilisearchSearch({ engine, pool: test.pool, indexUid: index.uid })
      const nameOf = async (id: string) => {
        const documents = await engine.request({
          method: 'POST',
          path: `/indexes/${index.uid}/documents/fetch`,
          body: { ids: [id], fields: ['name'] },
          answer: fetchedName,
        })
        return documents.results[0]?.name
      }
      const feeding = { isOn: true }
      const feeder = (async () => {
        while (feeding.isOn) await feedEngine(test.pool, index)
      })()
      const { searches, failed, changes, lost } = await whileWorking(
        test.platform,
        port,
        async (id) => {
          feeding.isOn = false
          await feeder
          await feedEngine(test.pool, index)
          return nameOf(id)
        },
        () => rebuildIndex({ pool: test.pool, engine, uid: index.uid }),
      )
      await index.drop()
      expect({ failed, lost }).toEqual({ failed: 0, lost: 0 })
      expect(searches).toBeGreaterThan(5)
      expect(changes).toBeGreaterThan(5)
    }, 180_000)
  })
}
