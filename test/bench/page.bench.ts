import { fork, spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import { freePort } from '#server/postgres/postmaster.ts'
import { openBenchDatabase, percentile } from './bench-database.ts'

// The search page and an institution's page of the built program, one request after another, then 10,000 requests for its memory;
// against a bare handler that finds and reads the same and prints it. Build first: npm run build.
const INTERMEDIARIES = Number(process.argv[3] ?? 20_000)
const MEASURED = 400
const REQUESTS = 10_000
const CONNECTIONS = 8
const metricsToken = randomBytes(16).toString('hex')

interface Served {
  readonly url: string
  /** Resident memory in MB. */
  rssMb(): Promise<number>
  stop(): Promise<void>
}

async function startProgram(databaseUrl: string): Promise<Served> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const secret = () => randomBytes(32).toString('base64')
  // With the heap that `npm start` gives: left alone, V8 lets garbage lie until the machine's memory is short.
  const child = spawn(process.execPath, ['--max-old-space-size=256', 'start.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      PUBLIC_URL: url,
      DEMO: '0',
      LOG_LEVEL: 'warn',
      METRICS_TOKEN: metricsToken,
      AUTH_SECRET: secret(),
      IDENTITY_KEY: secret(),
      IDENTITY_HASH_KEY: secret(),
      RECEIPT_SIGNING_KEY: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  })
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (const until = Date.now() + 180_000; !(await isReady()); await sleep(200)) {
    if (child.exitCode !== null || Date.now() > until) throw new Error('the program did not start')
  }
  return {
    url,
    async rssMb() {
      const metrics = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text()
      return Math.round(Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]) / 1e6)
    },
    stop: () => ended(child, () => child.kill('SIGTERM')),
  }
}

async function startBare(databaseUrl: string): Promise<Served> {
  const child = fork(new URL('./bare-pages.ts', import.meta.url), [databaseUrl], {
    env: { NODE_ENV: 'production' },
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return {
    url: `http://127.0.0.1:${port}`,
    async rssMb() {
      child.send('rss')
      const [{ rss }] = (await once(child, 'message')) as [{ rss: number }]
      return Math.round(rss / 1e6)
    },
    stop: () => ended(child, () => child.disconnect()),
  }
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  const exit = once(child, 'exit')
  end()
  await exit
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })

/** Gets a page to its last byte; answers with the milliseconds it took. */
function load(url: string): Promise<number> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { 'accept-language': 'zh-CN' } }, (response) => {
      response.resume().once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`${response.statusCode} at ${url}`))
      })
    }).once('error', reject)
  })
}

/** What people look for: words of names, services, districts; and the institutions themselves. */
async function addresses(pool: Pool): Promise<{ readonly search: readonly string[]; readonly intermediary: readonly string[] }> {
  const { rows: firms } = await pool.query<{ name: string; uscc: string; item: string; division: string }>(
    `SELECT "name", "uscc", "serviceItemCodes"[1] AS item, "divisionCodes"[1] AS division FROM "SearchDocument" ORDER BY "neutralTicket" LIMIT 200`,
  )
  const search = firms.map(({ name, item, division }, n) => {
    const params = [
      `q=${encodeURIComponent(name.slice(2, 6))}`,
      `item=${item}`,
      `item=${item}&division=${division}`,
      `q=${encodeURIComponent('环评')}`,
    ]
    return `/intermediaries?${params[n % 5] ?? `q=${encodeURIComponent(name)}`}`
  })
  return { search, intermediary: firms.map(({ uscc }) => `/intermediaries/${uscc}`) }
}

async function measure(served: Served, paths: Awaited<ReturnType<typeof addresses>>, requests: number) {
  const at = (list: readonly string[], n: number) => served.url + (list[n % list.length] ?? '')
  const timesOf = async (list: readonly string[]) => {
    for (let n = 0; n < 100; n += 1) await load(at(list, n))
    const times: number[] = []
    for (let n = 0; n < MEASURED; n += 1) times.push(await load(at(list, n)))
    return times
  }
  const search = await timesOf(paths.search)
  const intermediary = await timesOf(paths.intermediary)
  const began = performance.now()
  let next = 0
  const lane = async () => {
    for (let n = next++; n < requests; n = next++) await load(at(n % 2 === 0 ? paths.search : paths.intermediary, n))
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, lane))
  const all = [...search, ...intermediary]
  const rps = Math.round((requests * 1000) / (performance.now() - began))
  const figures = { p50Ms: percentile(all, 0.5), p99Ms: percentile(all, 0.99), rps, rssMb: await served.rssMb() }
  return { ...figures, searchMs: percentile(search, 0.5), intermediaryMs: percentile(intermediary, 0.5) }
}

const bench = await openBenchDatabase('page', INTERMEDIARIES, (line) => console.log(line))
const served: Served[] = []
try {
  const paths = await addresses(bench.pool)
  console.log('Starting the program and the baseline …')
  const program = await startProgram(bench.url)
  served.push(program)
  const bare = await startBare(bench.url)
  served.push(bare)
  console.log(`Measuring pages, then ${REQUESTS} requests over ${CONNECTIONS} connections …`)
  const ours = await measure(program, paths, REQUESTS)
  const theirs = await measure(bare, paths, 1_000)
  const baseline = { what: 'bare node:http and pg: the same search and facts in a template string', ...theirs }
  const ratio = Math.round((theirs.p50Ms / ours.p50Ms) * 100) / 100
  console.log(JSON.stringify({ bench: 'page', n: INTERMEDIARIES, requests: REQUESTS, ...ours, baseline, ratio }))
} finally {
  for (const one of served) await one.stop()
  agent.destroy()
  await bench.close()
}
