import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startWorker } from '#jobs/worker.ts'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { defaultIndexUid } from '#search/intermediaries/meilisearch/settings.ts'
import { writeSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import type { SearchDocumentFacts } from '#search/intermediaries/search-document.ts'
import { buildSearchDocument } from '#search/intermediaries/search-document.ts'
import { openTestPlatform } from '../../setup/database.ts'
import type { TestPlatform } from '../../setup/database.ts'
import type { EngineStub } from './engine-stub.ts'
import { openEngineStub } from './engine-stub.ts'
import { firms } from './firms.ts'

const firm = firms[0] as SearchDocumentFacts
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined }
let test: TestPlatform
let stub: EngineStub
let worker: { stop(): Promise<void> }
let failures = 0

beforeAll(async () => {
  test = await openTestPlatform()
  stub = await openEngineStub()
  await test.pool.query(writeSearchDocuments, [JSON.stringify(firms.map(buildSearchDocument))])
  const observer = { fed: () => undefined, reconciled: () => undefined, failed: () => (failures += 1) }
  const searchEngine = { engine: createEngine({ host: stub.host, key: undefined }), observer }
  worker = await startWorker({ platform: test.platform, log: silent, searchEngine })
})
afterAll(async () => {
  await worker.stop()
  await stub.close()
  await test.close()
})

/** The name that the engine holds, once it is the expected one; else after a while whatever it is. */
async function nameComesTo(expected: string): Promise<unknown> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (heldName() === expected) break
    await new Promise((later) => setTimeout(later, 100))
  }
  return heldName()
}
const heldName = (): unknown => stub.documents(defaultIndexUid).get(firm.intermediaryId)?.['name']
const wake = (job: string) => test.pool.query('SELECT graphile_worker.add_job($1)', [job])

describe('the worker with a search engine', () => {
  it('builds the index, brings what changes after the outbox, and comes back after a failure', async () => {
    await wake('feed-search-engine')
    expect(await nameComesTo(firm.name)).toBe(firm.name)

    await test.pool.query(writeSearchDocuments, [JSON.stringify([buildSearchDocument({ ...firm, name: '河南更名有限公司' })])])
    await wake('drain-outbox')
    expect(await nameComesTo('河南更名有限公司')).toBe('河南更名有限公司')

    stub.fail(() => 'UNAVAILABLE')
    await test.pool.query(writeSearchDocuments, [JSON.stringify([buildSearchDocument(firm)])])
    await wake('drain-outbox')
    while (failures === 0) await new Promise((later) => setTimeout(later, 50))
    stub.fail(() => undefined)
    await wake('feed-search-engine')
    expect(await nameComesTo(firm.name)).toBe(firm.name)
    await wake('reconcile-search-engine')
    expect(stub.problems).toEqual([])
  })
})
