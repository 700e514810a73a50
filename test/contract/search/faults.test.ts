import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { engineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import type { EngineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import { feedEngine, sendRows } from '#search/intermediaries/meilisearch/feed.ts'
import { createMeilisearchSearch } from '#search/intermediaries/meilisearch/meilisearch-search.ts'
import { readPendingRows } from '#search/intermediaries/meilisearch/read-rows.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { reconcile } from '#search/intermediaries/meilisearch/reconcile.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { writeSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import type { SearchDocumentFacts } from '#search/intermediaries/search-document.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import { withFallback } from '#search/with-fallback.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'
import type { EngineStub, Fault } from './engine-stub.ts'
import { openEngineStub } from './engine-stub.ts'
import { firms } from './firms.ts'
import { everything } from './search-contract.ts'

const uid = 'faults'
const firm = firms[0] as SearchDocumentFacts
let test: TestPlatform
let stub: EngineStub
let index: EngineIndex

beforeAll(async () => {
  test = await openTestPlatform()
})
afterAll(() => test.close())
beforeEach(async () => {
  stub = await openEngineStub()
  index = engineIndex(createEngine({ host: stub.host, key: undefined }), uid)
  await index.prepare()
  await write(firm.name)
  await test.pool.query('UPDATE "SearchDocument" SET "indexedVersion" = 0')
})
afterEach(async () => {
  expect(stub.problems).toEqual([])
  await stub.close()
})

/** Writes the firm under a name, as a change of it would. */
async function write(name: string): Promise<void> {
  await test.pool.query(writeSearchDocuments, [JSON.stringify([buildSearchDocument({ ...firm, name })])])
}
const indexedName = (): unknown => [...stub.documents(uid).values()].find(({ id }) => id === firm.intermediaryId)?.['name']
const pending = async (): Promise<number> => (await readPendingRows(test.pool, 100)).length

describe('a search engine that does not answer well', () => {
  function openSearch() {
    const seen: string[] = []
    const engine = createEngine({ host: stub.host, key: undefined, timeoutMs: 200 })
    const port = withFallback({
      engine: createMeilisearchSearch({ engine, pool: test.pool, indexUid: uid }),
      basic: createPostgresSearch(test.pool),
      mostFailures: 2,
      pauseMs: 150,
      observer: {
        answered: (by) => seen.push(by),
        failed: () => seen.push('failed'),
        turned: (isOpen) => seen.push(isOpen ? 'open' : 'closed'),
      },
    })
    return { port, seen }
  }

  it.each(['HANG', 'BAD_GATEWAY_PAGE', 'UNAVAILABLE', 'CUT'] as const)(
    '%s: PostgreSQL answers, soon, and says that the search is basic',
    async (fault) => {
      const { port } = openSearch()
      stub.fail(() => fault)
      const began = performance.now()
      const result = await port.searchIntermediaries({ ...everything, text: '中豫环境' })
      expect(result).toMatchObject({ ids: [firm.intermediaryId], isBasic: true })
      expect(performance.now() - began).toBeLessThan(5_000)
      const suggestions = await port.suggest({ text: '中豫环境', limit: 5, day: everything.day })
      expect(suggestions.map(({ name }) => name)).toEqual([firm.name])
    },
  )

  it('an index that is not there yet: PostgreSQL answers', async () => {
    await index.drop()
    const { port } = openSearch()
    expect((await port.searchIntermediaries({ ...everything, text: '中豫环境' })).isBasic).toBe(true)
  })

  it('after some failures it is left alone, then tried by one search, and used again once it answers', async () => {
    const { port, seen } = openSearch()
    stub.fail(() => 'UNAVAILABLE')
    await port.searchIntermediaries(everything)
    await port.searchIntermediaries(everything)
    const asked = stub.exchanges.length
    await Promise.all([1, 2, 3].map(() => port.searchIntermediaries(everything)))
    expect(stub.exchanges.length).toBe(asked)
    await new Promise((later) => setTimeout(later, 200))
    const tried = await Promise.all([1, 2, 3].map(() => port.searchIntermediaries(everything)))
    expect(tried.every(({ isBasic }) => isBasic)).toBe(true)
    expect(stub.exchanges.length).toBe(asked + 1)
    stub.fail(() => undefined)
    await new Promise((later) => setTimeout(later, 200))
    expect((await port.searchIntermediaries(everything)).isBasic).toBe(false)
    expect(seen.filter((one) => one === 'open' || one === 'closed')).toEqual(['open', 'closed'])
    expect(seen.at(-1)).toBe('ENGINE')
  })
})

describe('feeding a search engine', () => {
  it.each<Fault>(['BAD_GATEWAY_PAGE', 'UNAVAILABLE', 'CUT', 'TASK_FAILS', 'TASK_CANCELLED'])(
    '%s: the document stays pending and comes with the next feed',
    async (fault) => {
      stub.fail(({ path }) => (path.includes('/documents') ? fault : undefined))
      await expect(feedEngine(test.pool, index)).rejects.toThrow()
      expect(await pending()).toBe(1)
      stub.fail(() => undefined)
      expect(await feedEngine(test.pool, index)).toMatchObject({ fed: 1 })
      expect(indexedName()).toBe(firm.name)
      expect(await pending()).toBe(0)
    },
  )

  it('a change on the way is not lost: what was sent is old', async () => {
    stub.fail(async ({ method, path }) => {
      stub.fail(() => undefined)
      if (method === 'POST' && path.includes('/documents')) await write('河南途中更名有限公司')
      return undefined
    })
    await feedEngine(test.pool, index)
    expect(await pending()).toBe(1)
    expect(await feedEngine(test.pool, index)).toMatchObject({ fed: 1 })
    expect(indexedName()).toBe('河南途中更名有限公司')
    expect(await pending()).toBe(0)
  })

  it('two feeders at once: one works, nothing is lost', async () => {
    await test.pool.query(writeSearchDocuments, [JSON.stringify(firms.map(buildSearchDocument))])
    const fed = await Promise.all([feedEngine(test.pool, index), feedEngine(test.pool, index)])
    expect(fed.filter(({ isBusy }) => isBusy).length).toBeLessThanOrEqual(1)
    expect(await pending()).toBe(0)
    expect(stub.documents(uid).size).toBe(firms.filter(({ isListed }) => isListed).length)
  })

  it('old documents that come late are found by the comparison, and so are documents of nobody', async () => {
    const old = await readPendingRows(test.pool, 10)
    await write('河南新名有限公司')
    await feedEngine(test.pool, index)
    await sendRows(index, old, new Set())
    await index.put([{ id: '0190a000-0000-7000-8000-00000000ffff', version: 1 } as never])
    expect(indexedName()).toBe(firm.name)
    expect(await reconcile(test.pool, index)).toMatchObject({ outdated: 1, surplus: 1 })
    expect(indexedName()).toBe('河南新名有限公司')
    expect(await reconcile(test.pool, index)).toMatchObject({ outdated: 0, surplus: 0 })
  })

  it('who leaves the register leaves the engine', async () => {
    await feedEngine(test.pool, index)
    await test.pool.query(writeSearchDocuments, [JSON.stringify([buildSearchDocument({ ...firm, isListed: false })])])
    await feedEngine(test.pool, index)
    expect(indexedName()).toBeUndefined()
    await write(firm.name)
  })
})

describe('rebuilding the index', () => {
  it('a rebuild that was cut off leaves the live index alone, and the next goes on with it', async () => {
    const options = { pool: test.pool, engine: createEngine({ host: stub.host, key: undefined }), uid }
    await feedEngine(test.pool, index)
    stub.fail(({ path }) => (path === '/swap-indexes' ? 'CUT' : undefined))
    await expect(rebuildIndex(options)).rejects.toThrow()
    expect(indexedName()).toBe(firm.name)
    stub.fail(() => undefined)
    expect(await rebuildIndex(options)).toBe(true)
    expect(indexedName()).toBe(firm.name)
    expect(stub.documents(`${uid}-next`).size).toBe(0)
  })

  it('what is written between the last catching up and the swap comes after it', async () => {
    await feedEngine(test.pool, index)
    stub.fail(async ({ path }) => {
      if (path === '/swap-indexes') {
        stub.fail(() => undefined)
        await write('河南换库时更名有限公司')
        // Another worker would feed it to the index that is about to go.
        expect(await feedEngine(test.pool, index)).toMatchObject({ isBusy: true })
      }
      return undefined
    })
    await rebuildIndex({ pool: test.pool, engine: createEngine({ host: stub.host, key: undefined }), uid })
    expect(indexedName()).toBe('河南换库时更名有限公司')
    expect(await pending()).toBe(0)
  })

  it('a feeder with a document under way to the old index is waited for', async () => {
    const options = { pool: test.pool, engine: createEngine({ host: stub.host, key: undefined }), uid }
    let arrive = () => undefined as undefined
    const isUnderWay = new Promise<void>((underWay) => {
      stub.fail(({ path }) => {
        if (!path.startsWith(`/indexes/${uid}/documents?`)) return undefined
        stub.fail(() => undefined)
        underWay()
        // Accepted by the engine, but its answer takes its time.
        return new Promise<undefined>((answer) => {
          arrive = () => {
            answer(undefined)
            return undefined
          }
        })
      })
    })
    const feeding = feedEngine(test.pool, index)
    await isUnderWay
    const rebuilding = rebuildIndex(options)
    await new Promise((later) => setTimeout(later, 300))
    expect(stub.exchanges.some(({ path }) => path === '/swap-indexes')).toBe(false)
    arrive()
    await Promise.all([feeding, rebuilding])
    expect(indexedName()).toBe(firm.name)
    expect(await pending()).toBe(0)
  })
})
