import { randomBytes } from 'node:crypto'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { migrate } from '#prisma/migrate.ts'
import { createPool } from '#prisma/pool.ts'
import { hashApiKey } from '#services/access/viewer-of-api-key.ts'
import { openTestCluster } from '../setup/cluster.ts'
import { fillForChecks, usccOf } from './check-data.ts'
import { serve } from './served.ts'
import type { Served } from './served.ts'

// Credit checks by code through POST /graphql with an agency's API key, against a bare handler that reads the same row.
const INTERMEDIARIES = 100_000
const CONNECTIONS = 16
const SECONDS = 8
const key = `xx_${randomBytes(32).toString('base64url')}`
const query = `query Check($code: String!) {
  creditCheck(code: $code) {
    __typename
    ... on CreditCheck { code name isKnown result grade score ruleSetVersion checkedAt purposes { purpose result reasons { code clause from until } } }
  }
}`
const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
const bodyOf = (n: number) => JSON.stringify({ query, variables: { code: usccOf(n) } })

async function load(url: string, seconds: number): Promise<autocannon.Result> {
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: seconds,
    method: 'POST',
    headers,
    requests: [{ setupRequest: (request) => ({ ...request, body: bodyOf(Math.floor(Math.random() * INTERMEDIARIES)) }) }],
  })
  if (result.non2xx + result.errors > 0) throw new Error(`${result.non2xx} refusals and ${result.errors} errors at ${url}`)
  return result
}

async function demandAnswer(url: string): Promise<void> {
  const answer = await (await fetch(url, { method: 'POST', headers, body: bodyOf(77) })).text()
  if (!answer.includes('演示咨询有限公司78') || answer.includes('"errors"')) throw new Error(`wrong answer: ${answer}`)
}

interface Figures {
  readonly p50Ms: number
  readonly p99Ms: number
  readonly rps: number
  readonly rssMb: number
}

/** Two measurements in turn, so that a slow minute of the machine meets both. */
async function measure(servers: readonly Served[]): Promise<Figures[]> {
  for (const { url } of servers) await demandAnswer(url)
  for (const { url } of servers) await load(url, 4)
  const runs: autocannon.Result[][] = servers.map(() => [])
  for (let round = 0; round < 2; round += 1) for (const [i, { url }] of servers.entries()) runs[i]?.push(await load(url, SECONDS))
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const rounded = (value: number) => Math.round(value * 10) / 10
  return Promise.all(
    servers.map(async (server, i) => {
      const results = runs[i] ?? []
      return {
        p50Ms: rounded(mean(results.map(({ latency }) => latency.p50))),
        p99Ms: rounded(mean(results.map(({ latency }) => latency.p99))),
        rps: Math.round(mean(results.map(({ requests }) => requests.average))),
        rssMb: Math.round((await server.rss()) / 1e6),
      }
    }),
  )
}

const cluster = await openTestCluster()
const name = `xinxuan_bench_check_${process.pid}`
const admin = new Client({ connectionString: cluster.url('postgres') })
await admin.connect()
const servers: Served[] = []
try {
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const url = cluster.url(name)
  await migrate(url, 'prisma/migrations')
  const pool = createPool(url)
  console.log(`Filling a database with ${INTERMEDIARIES} intermediaries …`)
  await fillForChecks(pool, INTERMEDIARIES, hashApiKey(key))
  await pool.end()
  servers.push(await serve('graphql-server', url), await serve('bare-server', url))
  console.log(`Measuring with ${CONNECTIONS} connections …`)
  const [ours, bare] = await measure(servers)
  const baseline = { what: 'bare node:http handler with pg, the same row by the same key', ...bare }
  const ratio = Math.round(((ours?.rps ?? 0) / (bare?.rps ?? 1)) * 100) / 100
  console.log(JSON.stringify({ bench: 'check', n: INTERMEDIARIES, ...ours, baseline, ratio }))
} finally {
  for (const server of servers) server.stop()
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await admin.end()
  await cluster.stop()
}
