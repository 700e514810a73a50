import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { migrate } from '#prisma/migrate.ts'
import { createPool } from '#prisma/pool.ts'
import { openTestCluster } from '../setup/cluster.ts'
import { fillForAcceptance } from './accept-data.ts'
import { percentile } from './bench-database.ts'
import { serve } from './served.ts'
import type { Served } from './served.ts'

// Tolerant acceptance through POST /graphql with an agency's key, each of another case; baseline: the rows it must at least write, in one
// statement by pg alone.
const CONNECTIONS = 16
const CASES = Number(process.argv[3] ?? 6000)
const WARM_UP = Math.floor(CASES / 6)
/** More than a city's windows do: 16 that accept two cases a second each, whether or not an answer is late. */
const PACED = Math.floor(CASES / 6)
const PER_SECOND = 32
const key = `xx_${randomBytes(32).toString('base64url')}`
const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
const query = `mutation Accept($input: AcceptCaseInput!) {
  acceptCase(input: $input) {
    ... on AcceptCasePayload { case { number state decisionDueOn checkReceiptNumber commitments { number promisedOn } } }
    ... on UserError { code facts }
  }
}`

const bodyOf = (number: string | undefined, supplementDueOn: string) => {
  const clientMutationId = randomUUID()
  const input = { clientMutationId, number, version: 1, mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn }
  return JSON.stringify({ query, variables: { input } })
}

/** Accepts these cases, each once, as fast as answers come. */
async function accept(url: string, numbers: readonly string[], supplementDueOn: string): Promise<autocannon.Result> {
  let next = 0
  let refused = ''
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    amount: numbers.length,
    timeout: 60,
    method: 'POST',
    headers,
    requests: [
      {
        setupRequest: (request) => ({ ...request, body: bodyOf(numbers[next++ % numbers.length], supplementDueOn) }),
        onResponse: (status, body) => {
          if (status !== 200 || !body.includes('"ACCEPTED"')) refused ||= body
        },
      },
    ],
  })
  if (refused || result.errors > 0)
    throw new Error(`${result.errors} errors, ${result.timeouts} time-outs; refused: ${refused.slice(0, 500)}`)
  return result
}

/** Accepts these cases, each once, evenly through time; autocannon would send a second's requests all at its start. */
async function acceptPaced(url: string, numbers: readonly string[], supplementDueOn: string) {
  const waits: number[] = []
  const one = async (number: string) => {
    const began = performance.now()
    const answer = await fetch(url, { method: 'POST', headers, body: bodyOf(number, supplementDueOn) })
    const text = await answer.text()
    waits.push(performance.now() - began)
    if (!text.includes('"ACCEPTED"')) throw new Error(text.slice(0, 500))
  }
  const underWay: Promise<void>[] = []
  const began = performance.now()
  for (const [at, number] of numbers.entries()) {
    await sleep(Math.max(0, began + (at * 1000) / PER_SECOND - performance.now()))
    underWay.push(one(number))
  }
  await Promise.all(underWay)
  return { perSecond: PER_SECOND, p50Ms: percentile(waits, 0.5), p99Ms: percentile(waits, 0.99) }
}

const cluster = await openTestCluster()
const name = `xinxuan_bench_accept_${process.pid}`
const admin = new Client({ connectionString: cluster.url('postgres') })
await admin.connect()
let server: Served | undefined
try {
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const url = cluster.url(name)
  await migrate(url, 'prisma/migrations')
  const pool = createPool(url, { max: CONNECTIONS })
  const { numbers, calendar, baselineOnce } = await fillForAcceptance(pool, CASES, key)
  const due = addWorkingDays(shanghaiDayOf(new Date()), 5, calendar)
  if (!due.ok) throw new Error(`no calendar for ${addDays(shanghaiDayOf(new Date()), 14)}`)
  server = await serve('graphql-server', url)
  console.log(`Accepting ${CASES} cases with ${CONNECTIONS} connections …`)
  await accept(server.url, numbers.slice(0, WARM_UP), due.value)
  const paced = await acceptPaced(server.url, numbers.slice(WARM_UP, WARM_UP + PACED), due.value)
  const ours = await accept(server.url, numbers.slice(WARM_UP + PACED), due.value)
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Commitment" WHERE "state" = 'PENDING'`)
  if (rows[0]?.n !== CASES) throw new Error(`${rows[0]?.n} promises of ${CASES}`)
  const baseline = await baselineOnce(CASES - WARM_UP - PACED, CONNECTIONS)
  await pool.end()
  const { latency, requests } = ours
  const figures = {
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    rps: Math.round(requests.average),
    paced,
    rssMb: Math.round((await server.rss()) / 1e6),
  }
  console.log(JSON.stringify({ bench: 'accept', n: CASES, connections: CONNECTIONS, ...figures, baseline }))
} finally {
  server?.stop()
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await admin.end()
  await cluster.stop()
}
