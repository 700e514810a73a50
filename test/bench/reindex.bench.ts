import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { env } from '#env'
import { engineIndex } from '#search/intermediaries/meilisearch/engine-index.ts'
import { createEngine } from '#search/intermediaries/meilisearch/engine.ts'
import { feedEngine } from '#search/intermediaries/meilisearch/feed.ts'
import { createMeilisearchSearch } from '#search/intermediaries/meilisearch/meilisearch-search.ts'
import { rebuildIndex } from '#search/intermediaries/meilisearch/rebuild.ts'
import { createPostgresSearch } from '#search/intermediaries/postgres-search.ts'
import { rebuildDocuments } from '#search/intermediaries/rebuild-documents.ts'
import { whileWorking } from '../contract/search/load.ts'
import type { LoadResult } from '../contract/search/load.ts'
import { openBenchDatabase } from './bench-database.ts'

// Searches and changes go on while the index is made anew: how many requests fail, how many changes are lost, how long the longest search
// takes. npm run bench -- reindex [DOCUMENTS]. With MEILI_HOST: a new index beside the live one.
// Baseline: read all documents, then write all of them, no lock and no version.
const DOCUMENTS = Number(process.argv[3] ?? 20_000)
const fetchedName = z.object({ results: z.array(z.object({ name: z.string() })) })

const bench = await openBenchDatabase('reindex', DOCUMENTS, (line) => {
  console.log(line)
})
const { pool, platform } = bench

const nameInTable = async (id: string): Promise<string | undefined> => {
  const { rows } = await pool.query<{ name: string }>('SELECT "name" FROM "SearchDocument" WHERE "intermediaryId" = $1', [id])
  return rows[0]?.name
}

async function timed(run: (work: () => Promise<unknown>) => Promise<LoadResult>, work: () => Promise<unknown>) {
  let seconds = 0
  const { failed, lost, slowestMs, ...load } = await run(async () => {
    const began = performance.now()
    await work()
    seconds = Math.round((performance.now() - began) / 100) / 10
  })
  return { seconds, requestsFailed: failed, updatesLost: lost, slowestMs: Math.round(slowestMs), ...load }
}

const onPostgres = (work: () => Promise<unknown>) => whileWorking(platform, createPostgresSearch(pool), nameInTable, work)

async function naively(): Promise<void> {
  const { rows } = await pool.query<{ document: string }>('SELECT to_jsonb(d)::text AS document FROM "SearchDocument" d')
  for (let from = 0; from < rows.length; from += 1_000) {
    const documents = `[${rows
      .slice(from, from + 1_000)
      .map(({ document }) => document)
      .join()}]`
    await pool.query(
      `UPDATE "SearchDocument" d SET "name" = n."name", "nameKey" = n."nameKey", "grams" = n."grams", "initials" = n."initials"
       FROM jsonb_populate_recordset(NULL::"SearchDocument", $1::jsonb) n WHERE n."intermediaryId" = d."intermediaryId"`,
      [documents],
    )
  }
}

async function ofEngine(host: string) {
  const engine = createEngine({ host, key: env.MEILI_KEY, timeoutMs: 60_000 })
  const index = engineIndex(engine, `bench-${randomUUID()}`)
  const port = createMeilisearchSearch({ engine, pool, indexUid: index.uid })
  const nameInIndex = async (id: string): Promise<string | undefined> => {
    const call = { method: 'POST', path: `/indexes/${index.uid}/documents/fetch`, body: { ids: [id], fields: ['name'] } } as const
    return (await engine.request({ ...call, answer: fetchedName })).results[0]?.name
  }
  try {
    await rebuildIndex({ pool, engine, uid: index.uid })
    let isFeeding = true
    const feeder = (async () => {
      while (isFeeding) await feedEngine(pool, index)
    })()
    const stopFeeder = async () => {
      isFeeding = false
      await feeder
      await feedEngine(pool, index)
    }
    const run = (work: () => Promise<unknown>) =>
      whileWorking(
        platform,
        port,
        async (id) => {
          if (isFeeding) await stopFeeder()
          return nameInIndex(id)
        },
        work,
      )
    return await timed(run, () => rebuildIndex({ pool, engine, uid: index.uid }))
  } finally {
    await index.drop()
  }
}

try {
  const ours = await timed(onPostgres, () => rebuildDocuments(platform.prisma, () => undefined))
  const meilisearch = env.MEILI_HOST === undefined ? undefined : await ofEngine(env.MEILI_HOST)
  const baseline = { what: 'read all documents, write all documents, no lock', ...(await timed(onPostgres, naively)) }
  console.log(JSON.stringify({ bench: 'reindex', n: DOCUMENTS, ...ours, ...(meilisearch && { meilisearch }), baseline }))
} finally {
  await bench.close()
}
