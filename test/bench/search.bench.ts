import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { env } from '#env'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { seedBulk } from '#prisma/seed/bulk/seed-bulk.ts'
import { engineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { createMeilisearchSearch } from '#search/intermediaries/meilisearch/meilisearch-search.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { keepOrdersOf } from '#search/intermediaries/neutral-places.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import type { IntermediaryQuery, SearchPort } from '#search/search-port.ts'
import { openBenchDatabase, percentile } from './bench-database.ts'
import type { BenchQuery } from './search-queries.ts'
import { benchQueries, recallAtTen } from './search-queries.ts'
import { trigramIndex, trigramSearch } from './trigram-search.ts'

// 200 mixed queries with facets and sort at the search port, one after another, against pg_trgm alone on the register's own tables.
// npm run bench -- search [DOCUMENTS [LATER]]: with LATER the register then grows to that size and is searched again (100000 1000000).
// With MEILI_HOST the adapter is that of Meilisearch, in an index of its own that is dropped at the end.
const SIZES = (process.argv.length > 3 ? process.argv.slice(3) : ['100000']).map(Number)
const ROUNDS = 5

interface Figures {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly rps: number
  readonly recall: Readonly<Record<string, number>>
  /** p50 and p99 by class. */
  readonly classMs: Readonly<Record<string, readonly [number, number]>>
}
type Search = (query: IntermediaryQuery) => Promise<{ readonly ids: readonly string[] }>

async function measure(queries: readonly BenchQuery[], rounds: number, search: Search): Promise<Figures> {
  const times: number[] = []
  const ofClass = new Map<string, { times: number[]; recalls: number[] }>()
  const began = performance.now()
  for (let round = 0; round < rounds; round += 1) {
    for (const { kind, query, relevant } of queries) {
      const start = performance.now()
      const { ids } = await search(query)
      const took = performance.now() - start
      const figures = ofClass.get(kind) ?? { times: [], recalls: [] }
      ofClass.set(kind, figures)
      times.push(took)
      figures.times.push(took)
      if (relevant && round === 0) figures.recalls.push(recallAtTen(ids, relevant))
    }
  }
  const mean = (values: readonly number[]) => Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1000) / 1000
  const judged = [...ofClass].filter(([, { recalls }]) => recalls.length > 0)
  return {
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
    rps: Math.round((times.length * 1000) / (performance.now() - began)),
    recall: Object.fromEntries(judged.map(([kind, { recalls }]) => [kind, mean(recalls)])),
    classMs: Object.fromEntries([...ofClass].map(([kind, one]) => [kind, [percentile(one.times, 0.5), percentile(one.times, 0.99)]])),
  }
}

interface Opened {
  readonly port: SearchPort
  /** Brings the index up to date with the register. */
  refresh(): Promise<unknown>
  close(): Promise<void>
}

function openAdapter(pool: Pool): Opened {
  const { MEILI_HOST: host, MEILI_KEY: key } = env
  const nothing = () => Promise.resolve()
  if (host === undefined) return { port: createPostgresSearch(pool), refresh: nothing, close: nothing }
  const engine = createEngine({ host, key, timeoutMs: 60_000 })
  const index = engineIndex(engine, `bench-${randomUUID()}`)
  return {
    port: createMeilisearchSearch({ engine, pool, indexUid: index.uid }),
    refresh: () => rebuildIndex({ pool, engine, uid: index.uid }),
    close: () => index.drop(),
  }
}

async function benchAt(documents: number, pool: Pool, { port, refresh }: Opened) {
  const today = shanghaiDayOf(new Date())
  await keepOrdersOf(pool, [])
  await keepOrdersOf(pool, [today, addDays(today, 1)])
  const began = performance.now()
  await refresh()
  const indexSeconds = Math.round((performance.now() - began) / 100) / 10
  await pool.query('VACUUM ANALYZE')
  const queries = await benchQueries(pool, today)
  console.log(`${documents} documents, ${port.name}: each search for the first time, nothing kept yet …`)
  const first = await measure(queries, 1, (query) => port.searchIntermediaries(query))
  console.log(`The same ${ROUNDS} times more …`)
  const ours = await measure(queries, ROUNDS, (query) => port.searchIntermediaries(query))
  const { rss } = process.memoryUsage()
  console.log(`${JSON.stringify({ n: documents, ...ours, firstTime: first })}; the baseline …`)
  const trigrams = await measure(queries, 1, (query) => trigramSearch(pool, query))
  const baseline = { what: 'pg_trgm alone on the register, no search document', ...trigrams }
  return { n: documents, ...ours, rssMb: Math.round(rss / 1e6), firstTime: first, indexSeconds, baseline }
}

const tenths = (value: number): number => Math.round(value * 10) / 10
const bench = await openBenchDatabase('search', SIZES[0] ?? 100_000, (line) => {
  console.log(line)
})
const adapter = openAdapter(bench.pool)
try {
  await bench.pool.query(trigramIndex)
  const results = []
  for (const size of SIZES) {
    await seedBulk(bench.platform, size, (line) => {
      console.log(line)
    })
    results.push(await benchAt(size, bench.pool, adapter))
  }
  const [small] = results
  const large = results.at(-1)
  if (!small || !large) throw new Error('no size')
  const ratio = tenths(large.baseline.p50Ms / large.p50Ms)
  const growth = {
    documents: tenths(large.n / small.n),
    ...{ p50: tenths(large.p50Ms / small.p50Ms), p99: tenths(large.p99Ms / small.p99Ms) },
    smaller: small,
  }
  console.log(JSON.stringify({ bench: 'search', adapter: adapter.port.name, ...large, ratio, ...(large === small ? {} : { growth }) }))
} finally {
  await adapter.close()
  await bench.close()
}
