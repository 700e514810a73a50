import { z } from 'zod'
import type { EngineDocument } from './document.ts'
import type { Engine } from './engine.ts'
import { EngineError, enqueued } from './engine.ts'
import { all, compileFilter, equals } from './filter.ts'
import { indexSettings } from './settings.ts'

/** Which version of which document an index holds. */
export interface IndexedVersion {
  readonly id: string
  readonly version: number
}

/** What is done with one index; every write waits for its task and throws when that failed. */
export interface EngineIndex {
  readonly uid: string
  /** Makes the index with its settings; settings come first, since they would make every document be indexed again. */
  prepare(): Promise<void>
  exists(): Promise<boolean>
  /** Puts documents in place of those with the same ids. Idempotent. */
  put(documents: readonly EngineDocument[]): Promise<void>
  remove(ids: readonly string[]): Promise<void>
  /** How many documents it holds. */
  count(): Promise<number>
  /** The versions of these documents, of those it holds. */
  versionsOf(ids: readonly string[]): Promise<readonly IndexedVersion[]>
  /** Ids in the index's own order. */
  ids(from: number, limit: number): Promise<readonly string[]>
  drop(): Promise<void>
}

const versionPage = z.object({ results: z.array(z.object({ id: z.string(), version: z.number() })) })
const idPage = z.object({ results: z.array(z.object({ id: z.string() })) })
const indexStats = z.object({ numberOfDocuments: z.number() })
const indexView = z.object({ uid: z.string() })
const patient = 30_000

export function engineIndex(engine: Engine, uid: string): EngineIndex {
  const path = `/indexes/${encodeURIComponent(uid)}`
  const run = async (call: { method: 'POST' | 'PATCH' | 'DELETE'; path: string; body?: unknown }) => {
    const { taskUid } = await engine.request({ ...call, answer: enqueued, timeoutMs: patient })
    await engine.finish(taskUid)
  }
  return {
    uid,
    async prepare() {
      await run({ method: 'POST', path: '/indexes', body: { uid, primaryKey: 'id' } }).catch(unless('index_already_exists'))
      await run({ method: 'PATCH', path: `${path}/settings`, body: indexSettings })
    },
    exists: () =>
      engine.request({ method: 'GET', path, answer: indexView }).then(
        () => true,
        (error: unknown) => unless('index_not_found')(error) ?? false,
      ),
    async put(documents) {
      if (documents.length > 0) await run({ method: 'POST', path: `${path}/documents?primaryKey=id`, body: documents })
    },
    async remove(ids) {
      if (ids.length === 0) return
      await run({ method: 'POST', path: `${path}/documents/delete`, body: { filter: compileFilter(all(equals('id', ...ids))) } })
    },
    async count() {
      const stats = await engine.request({ method: 'GET', path: `${path}/stats`, answer: indexStats, timeoutMs: patient })
      return stats.numberOfDocuments
    },
    async versionsOf(ids) {
      const body = { ids, fields: ['id', 'version'], limit: ids.length }
      const call = { method: 'POST', path: `${path}/documents/fetch`, body, timeoutMs: patient } as const
      return (await engine.request({ ...call, answer: versionPage })).results
    },
    async ids(from, limit) {
      const body = { fields: ['id'], offset: from, limit }
      const call = { method: 'POST', path: `${path}/documents/fetch`, body, timeoutMs: patient } as const
      return (await engine.request({ ...call, answer: idPage })).results.map(({ id }) => id)
    },
    drop: () => run({ method: 'DELETE', path }).catch(unless('index_not_found')),
  }
}

/** Makes the index `next` the one called `uid`: no search comes in between. What was called so before is called `next` afterwards. */
export async function swapIndexes(engine: Engine, next: EngineIndex, live: EngineIndex): Promise<void> {
  const swap = (await live.exists()) ? { indexes: [live.uid, next.uid] } : { indexes: [next.uid, live.uid], rename: true }
  const { taskUid } = await engine.request({ method: 'POST', path: '/swap-indexes', body: [swap], answer: enqueued })
  await engine.finish(taskUid)
}

/** The indexes there are. */
export async function indexUids(engine: Engine): Promise<readonly string[]> {
  const { results } = await engine.request({
    method: 'GET',
    path: '/indexes?limit=1000',
    answer: z.object({ results: z.array(indexView) }),
  })
  return results.map(({ uid }) => uid)
}

/** Swallows one of Meilisearch's refusals: what was wanted is so already. */
function unless(code: string): (error: unknown) => undefined {
  return (error) => {
    if (error instanceof EngineError && error.code === code) return undefined
    throw error
  }
}
