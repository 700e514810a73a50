import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import type { IntermediaryQuery } from '#search/search-port.ts'
import { openBenchDatabase, percentile } from './bench-database.ts'
import { naiveSearch } from './naive-search.ts'
import type { BenchQuery } from './search-queries.ts'
import { benchQueries, recallAtTen } from './search-queries.ts'

// 200 mixed queries with facets and sort at the search port, one after another, against plain SQL on the register's own tables.
const INTERMEDIARIES = Number(process.argv[3] ?? 100_000)
const ROUNDS = 5

interface Figures {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly rps: number
  readonly rssMb: number
  readonly recall: Readonly<Record<string, number>>
  readonly classMs: Readonly<Record<string, number>>
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
    rssMb: Math.round(process.memoryUsage.rss() / 1e6),
    recall: Object.fromEntries(judged.map(([kind, { recalls }]) => [kind, mean(recalls)])),
    classMs: Object.fromEntries([...ofClass].map(([kind, figures]) => [kind, percentile(figures.times, 0.5)])),
  }
}

const bench = await openBenchDatabase('search', INTERMEDIARIES, (line) => console.log(line))
try {
  const queries = await benchQueries(bench.pool, shanghaiDayOf(new Date()))
  const port = createPostgresSearch(bench.pool)
  console.log('Each search for the first time, nothing kept yet …')
  const first = await measure(queries, 1, (query) => port.searchIntermediaries(query))
  console.log(`The same ${ROUNDS} times more …`)
  const ours = await measure(queries, ROUNDS, (query) => port.searchIntermediaries(query))
  console.log('The baseline …')
  const naive = await measure(queries, 1, (query) => naiveSearch(bench.pool, query))
  const baseline = { what: 'ILIKE and GROUP BY on the register, no search document', ...naive }
  const ratio = Math.round((naive.p50Ms / ours.p50Ms) * 10) / 10
  const firstTime = { p50Ms: first.p50Ms, p99Ms: first.p99Ms }
  console.log(JSON.stringify({ bench: 'search', n: INTERMEDIARIES, ...ours, firstTime, baseline, ratio }))
} finally {
  await bench.close()
}
