import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#env'
import { engineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { feedEngine } from '#search/intermediaries/meilisearch/feed.ts'
import { createMeilisearchSearch } from '#search/intermediaries/meilisearch/meilisearch-search.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { reconcile } from '#search/intermediaries/meilisearch/reconcile.ts'
import { writeSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import type { SearchDocumentFacts } from '#search/intermediaries/search-document.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'
import type { EngineStub } from './engine-stub.ts'
import { openEngineStub } from './engine-stub.ts'
import { firms } from './firms.ts'
import { problemsOfRequest } from './openapi.ts'
import { describeSearchContract, everything } from './search-contract.ts'

describe('requests of the Meilisearch adapter, by the OpenAPI document', () => {
  let test: TestPlatform
  let stub: EngineStub
  beforeAll(async () => {
    test = await openTestPlatform()
    stub = await openEngineStub()
  })
  afterAll(async () => {
    await stub.close()
    await test.close()
  })

  it('finds fault with a misspelt key, a wrong type and an unknown path', () => {
    const search = { method: 'POST', path: '/indexes/x/search' }
    expect(problemsOfRequest({ ...search, body: { filter: 'id = 1', hitsPerPage: 5, facets: ['grade'] } })).toEqual([])
    expect(problemsOfRequest({ ...search, body: { filters: 'id = 1' } })).toEqual(['/filters: no such key'])
    expect(problemsOfRequest({ ...search, body: { hitsPerPage: '5' } })).not.toEqual([])
    expect(problemsOfRequest({ ...search, path: '/indexes/x/serach', body: {} })).toHaveLength(1)
    expect(problemsOfRequest({ method: 'PATCH', path: '/indexes/x/settings', body: { typoTolerance: { on: true } } })).toEqual([
      '/typoTolerance/on: no such key',
    ])
  })

  it('all of them are as it says: search, feed, comparison and rebuild', async () => {
    const engine = createEngine({ host: stub.host, key: 'any' })
    const uid = 'contract'
    await test.pool.query(writeSearchDocuments, [JSON.stringify(firms.map(buildSearchDocument))])
    await rebuildIndex({ pool: test.pool, engine, uid, isCleaning: true })
    const index = engineIndex(engine, uid)
    await index.prepare()
    await feedEngine(test.pool, index)
    await reconcile(test.pool, index)
    await index.remove(['0190a000-0000-7000-8000-000000000001'])
    // The first index is renamed, the second swapped with it.
    await rebuildIndex({ pool: test.pool, engine, uid, isCleaning: true })
    for (const mostFetched of [300, 0]) {
      const port = createMeilisearchSearch({ engine, pool: test.pool, indexUid: uid, mostFetched })
      const filters = { divisionCodes: ['410105'], grades: ['A', 'E'], feeFromFen: 1, feeToFen: 9, minDays: 1, maxDays: 9 } as const
      for (const text of ['', '中豫环境', '环评', 'zyhj', '91410100MA4DEM0', '河南中豫环镜工程咨询有限公司']) {
        await port.searchIntermediaries({ ...everything, text })
        await port.searchIntermediaries({
          ...everything,
          ...filters,
          text,
          isChoosableOnly: true,
          serviceItemCodes: ['ZJ-EIA-001', 'ZJ-SWC-001'],
        })
        await port.suggest({ text, limit: 5, day: everything.day })
      }
    }
    expect(stub.problems).toEqual([])
    expect(new Set(stub.exchanges.map(({ method, path }) => `${method} ${path.split('?')[0]}`)).size).toBeGreaterThan(10)
  })
})

/** A Meilisearch to run against. What a search finds is never stubbed: without MEILI_HOST only its requests are looked at. */
const host = env.MEILI_HOST

async function openAdapter(mostFetched: number) {
  if (host === undefined) throw new Error('MEILI_HOST is not set')
  const { pool, close } = await openTestPlatform()
  const engine = createEngine({ host, key: env.MEILI_KEY, timeoutMs: 10_000 })
  const index = engineIndex(engine, `test-${randomUUID()}`)
  await index.prepare()
  return {
    port: createMeilisearchSearch({ engine, pool, indexUid: index.uid, mostFetched }),
    index: async (facts: readonly SearchDocumentFacts[]) => {
      await pool.query(writeSearchDocuments, [JSON.stringify(facts.map(buildSearchDocument))])
      await feedEngine(pool, index)
    },
    close: async () => {
      await index.drop()
      await close()
    },
  }
}

if (host !== undefined) {
  describeSearchContract('meilisearch', () => openAdapter(300))
  // Nothing is fetched whole: the engine counts, and PostgreSQL gives the page.
  describeSearchContract('meilisearch, broad searches', () => openAdapter(0))
}
