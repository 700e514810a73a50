import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import autocannon from 'autocannon'
import { Client } from 'pg'
import { addDays, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { addWorkingDays } from '#domain/kernel/working-days.ts'
import { migrate } from '#prisma/migrate.ts'
import { createPool } from '#prisma/pool.ts'
import { openTestCluster } from '../setup/cluster.ts'
import { fillForAcceptance } from './accept-data.ts'

// Tolerant acceptance through POST /graphql with an agency's key, each of another case; baseline: the rows it must at least write, in one
// statement by pg alone.
const CONNECTIONS = 16
const CASES = Number(process.argv[3] ?? 6000)
const WARM_UP = Math.floor(CASES / 6)
const key = `xx_${randomBytes(32).toString('base64url')}`
const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` }
const query = `mutation Accept($input: AcceptCaseInput!) {
  acceptCase(input: $input) {
    ... on AcceptCasePayload { case { number state decisionDueOn checkReceiptNumber commitments { number promisedOn } } }
    ... on UserError { code facts }
  }
}`

interface Served {
  readonly url: string
  rss(): Promise<number>
  stop(): void
}

/** The server in a process of its own, as in life: load and database are others' work. */
async function serve(databaseUrl: string): Promise<Served> {
  const child: ChildProcess = fork(new URL('./graphql-server.ts', import.meta.url), [databaseUrl], {
    env: { NODE_ENV: 'production' },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    async rss() {
      child.send('rss')
      const [{ rss }] = (await once(child, 'message')) as [{ rss: number }]
      return rss
    },
    stop: () => child.disconnect(),
  }
}

/** Accepts these cases, each once. */
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
        setupRequest: (request) => {
          const number = numbers[next++ % numbers.length]
          const input = {
            clientMutationId: randomUUID(),
            number,
            version: 1,
            mode: 'TOLERANT_ACCEPTANCE',
            signerName: '测试甲',
            supplementDueOn,
          }
          return { ...request, body: JSON.stringify({ query, variables: { input } }) }
        },
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
  server = await serve(url)
  console.log(`Accepting ${CASES} cases with ${CONNECTIONS} connections …`)
  await accept(server.url, numbers.slice(0, WARM_UP), due.value)
  const ours = await accept(server.url, numbers.slice(WARM_UP), due.value)
  const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Commitment" WHERE "state" = 'PENDING'`)
  if (rows[0]?.n !== CASES) throw new Error(`${rows[0]?.n} promises of ${CASES}`)
  const baseline = await baselineOnce(CASES - WARM_UP, CONNECTIONS)
  await pool.end()
  const { latency, requests } = ours
  const figures = {
    p50Ms: latency.p50,
    p99Ms: latency.p99,
    rps: Math.round(requests.average),
    rssMb: Math.round((await server.rss()) / 1e6),
  }
  console.log(JSON.stringify({ bench: 'accept', n: CASES, connections: CONNECTIONS, ...figures, baseline }))
} finally {
  server?.stop()
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await admin.end()
  await cluster.stop()
}
