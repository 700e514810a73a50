import { engineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import type { Engine } from '#search/intermediaries/meilisearch/engine.ts'
import { EngineError } from '#search/intermediaries/meilisearch/engine.ts'
import { feedEngine } from '#search/intermediaries/meilisearch/feed.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { reconcile } from '#search/intermediaries/meilisearch/reconcile.ts'
import type { Reconciled } from '#search/intermediaries/meilisearch/reconcile.ts'
import { defaultIndexUid } from '#search/intermediaries/meilisearch/settings.ts'
import type { JobLog } from './log-to-pino.ts'
import type { Job } from './worker.ts'

/** What the worker is given when a search engine is configured. */
export interface SearchEngine {
  readonly engine: Engine
  readonly observer: {
    fed(documents: number): void
    reconciled(result: Reconciled): void
    failed(error: unknown): void
  }
}

/** Brings changed documents to the engine; the first time, or after a change of format, it builds the index. Search doesn't wait for it. */
export function feedSearchEngine({ engine, observer }: SearchEngine): Job {
  return (context, log) =>
    whenUp(log, observer, async () => {
      const index = engineIndex(engine, defaultIndexUid)
      if (!(await index.exists())) {
        const isMine = await rebuildIndex({ pool: context.pool, engine, uid: index.uid })
        if (isMine) log.info({ index: index.uid }, 'search index built')
        return
      }
      const { fed } = await feedEngine(context.pool, index)
      if (fed > 0) {
        observer.fed(fed)
        log.debug({ fed }, 'search engine fed')
      }
    })
}

/** Nightly: compares (id, version) of every document in table and engine, and repairs. Anything found is worth a look. */
export function reconcileSearchEngine({ engine, observer }: SearchEngine): Job {
  return (context, log) =>
    whenUp(log, observer, async () => {
      const index = engineIndex(engine, defaultIndexUid)
      if (!(await index.exists())) return
      await feedEngine(context.pool, index)
      const result = await reconcile(context.pool, index)
      observer.reconciled(result)
      if (result.outdated + result.surplus > 0) log.warn({ ...result }, 'search engine differed from the register and was repaired')
      else log.info({ ...result }, 'search engine equals the register')
    })
}

/** An engine that is down is no failure of the job: the documents stay pending, and the next minute tries again. */
async function whenUp(log: JobLog, observer: SearchEngine['observer'], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    observer.failed(error)
    log.warn({ failure: error.failure, status: error.status, reason: error.message }, 'search engine not reached; tried again in a minute')
  }
}
