import type { Pool } from 'pg'
import { Counter, Gauge, Registry } from 'prom-client'
import type { Env } from '#env'
import type { SearchEngine } from '#jobs/search-engine.ts'
import { EngineError, createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { createMeilisearchSearch } from '#search/intermediaries/meilisearch/meilisearch-search.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import type { SearchPort } from '#search/search-port.ts'
import { withFallback } from '#search/with-fallback.ts'
import type { Log } from './log.ts'

export interface Search {
  readonly port: SearchPort
  /** For the worker; undefined without MEILI_HOST. */
  readonly engine: SearchEngine | undefined
  readonly metrics: Registry
}

/** A search takes part of a second; a slow engine must not hold pages up. */
const engineTimeoutMs = 1_000

/** The search of the settings: PostgreSQL, or with MEILI_HOST Meilisearch with PostgreSQL behind it. */
export function createSearch(pool: Pool, env: Pick<Env, 'MEILI_HOST' | 'MEILI_KEY'>, log: Log): Search {
  const metrics = new Registry()
  const basic = createPostgresSearch(pool)
  if (env.MEILI_HOST === undefined) return { port: basic, engine: undefined, metrics }

  const registers = [metrics]
  const answers = new Counter({ name: 'search_answers_total', help: 'Searches by who answered.', labelNames: ['by'], registers })
  const failures = new Counter({
    name: 'search_engine_failures_total',
    help: 'Requests of search and jobs that the search engine did not answer well.',
    labelNames: ['failure'],
    registers,
  })
  const isLeftAlone = new Gauge({ name: 'search_engine_left_alone', help: '1 while PostgreSQL answers instead.', registers })
  const fed = new Counter({ name: 'search_engine_fed_documents_total', help: 'Documents brought to the search engine.', registers })
  const repaired = new Counter({
    name: 'search_engine_repaired_documents_total',
    help: 'Documents in which the nightly comparison found a difference.',
    labelNames: ['kind'],
    registers,
  })
  const failed = (error: unknown): void => {
    failures.inc({ failure: error instanceof EngineError ? error.failure : 'OTHER' })
  }

  const engine = createEngine({ host: env.MEILI_HOST, key: env.MEILI_KEY, timeoutMs: engineTimeoutMs })
  const port = withFallback({
    engine: createMeilisearchSearch({ engine, pool }),
    basic,
    observer: {
      answered: (by) => {
        answers.inc({ by: by.toLowerCase() })
      },
      failed: (error) => {
        failed(error)
        log.debug({ err: error }, 'the search engine did not answer well')
      },
      turned: (isOpen) => {
        isLeftAlone.set(isOpen ? 1 : 0)
        if (isOpen) log.warn({ component: 'search' }, 'the search engine is down: PostgreSQL answers')
        else log.info({ component: 'search' }, 'the search engine answers again')
      },
    },
  })
  const observer: SearchEngine['observer'] = {
    fed: (documents) => {
      fed.inc(documents)
    },
    reconciled: ({ outdated, surplus }) => {
      repaired.inc({ kind: 'outdated' }, outdated)
      repaired.inc({ kind: 'surplus' }, surplus)
    },
    failed,
  }
  return { port, engine: { engine, observer }, metrics }
}
