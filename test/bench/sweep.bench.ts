import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBenchDatabase } from './bench-database.ts'
import { buildForBench } from './build-for-bench.ts'
import { dueOn, firmsWithThree, loadPromises } from './sweep-data.ts'

/** Promises in the table, and how many of them have ended unkept. */
const TOTAL = Number(process.argv[3] ?? 1_000_000)
const DUE = Math.round(TOTAL / 50)
/** The share of the misses after which a worker is killed in the middle of its batch. */
const KILL_AT = 0.4

interface Worker {
  readonly process: ChildProcess
  /** When it was ready, and the most since. */
  idleRss: number
  peakRss: number
  cpuSeconds: number
  isSweeping: boolean
}
interface Message {
  readonly isReady?: true
  readonly sweeping?: boolean
  readonly rss?: number
  readonly cpuSeconds?: number
}

const workerFile = await buildForBench('sweep-worker')
const bench = await openBenchDatabase('sweep', 0, (line) => console.log(line))
const one = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await bench.pool.query<{ n: string }>(sql, values)).rows[0]?.n ?? 0)
const misses = () => one('SELECT count(*) AS n FROM "CommitmentBreach"')
const enqueue = () => bench.pool.query(`SELECT graphile_worker.add_job('sweep-commitments', max_attempts := 1)`)

async function startWorker(): Promise<Worker> {
  // A heap that would be too small for whatever keeps a million promises in memory.
  const child = fork(workerFile, [bench.url], { execArgv: ['--max-old-space-size=192'] })
  const worker: Worker = { process: child, idleRss: 0, peakRss: 0, cpuSeconds: 0, isSweeping: false }
  const ready = new Promise<void>((resolve, reject) => {
    child.on('message', ({ isReady, sweeping, rss, cpuSeconds }: Message) => {
      worker.cpuSeconds = cpuSeconds ?? worker.cpuSeconds
      if (rss !== undefined) {
        worker.idleRss ||= rss
        worker.peakRss = Math.max(worker.peakRss, rss)
      }
      if (sweeping !== undefined) worker.isSweeping = sweeping
      if (isReady) resolve()
    })
    child.once('exit', () => reject(new Error('a worker ended before it was ready')))
  })
  await ready
  return worker
}

/** The floor: the states of the same rows by one statement, without misses, consequences, standings, record or notices; rolled back. */
async function bulkUpdate(): Promise<number> {
  const client = await bench.pool.connect()
  await client.query('BEGIN')
  const began = performance.now()
  const { rowCount } = await client.query(
    `UPDATE "Commitment" SET "state" = 'MISSED', "closedAt" = now(), "nextDueOn" = NULL, "version" = "version" + 1
     WHERE "nextDueOn" <= $1 AND "state" = 'PENDING' AND "mode" = 'TOLERANT_ACCEPTANCE'`,
    [dueOn],
  )
  const seconds = (performance.now() - began) / 1000
  await client.query('ROLLBACK')
  client.release()
  await bench.pool.query('VACUUM "Commitment"')
  if (rowCount !== DUE) throw new Error(`the floor updated ${rowCount} rows instead of ${DUE}`)
  return seconds
}

/** Both at work; one is killed in the middle, as a machine that goes away. Seconds until the last miss, and what was killed when. */
async function sweep(workers: readonly [Worker, Worker]) {
  const began = performance.now()
  await enqueue()
  await enqueue()
  let killedAt: number | null = null
  for (;;) {
    const count = await misses()
    const isMiddle = count >= DUE * KILL_AT && workers.every(({ isSweeping }) => isSweeping)
    if (killedAt === null && isMiddle) {
      workers[0].process.kill('SIGKILL')
      await once(workers[0].process, 'exit')
      killedAt = count
    }
    if (count >= DUE) break
    // What the crontab does by the minute: whoever is left goes on.
    if (!workers.some(({ process: { killed }, isSweeping }) => !killed && isSweeping)) await enqueue()
    await sleep(50)
  }
  return { seconds: (performance.now() - began) / 1000, killedAt }
}

const workers: Worker[] = []
try {
  await loadPromises(bench.pool, TOTAL, DUE, (line) => console.log(line))
  const baselineSeconds = await bulkUpdate()
  const [first, second] = [await startWorker(), await startWorker()]
  workers.push(first, second)
  const { seconds, killedAt } = await sweep([first, second])
  if (killedAt === null) throw new Error('no worker was killed: the sweep was over before its middle was seen')
  // Swept once more: nothing is left, and nothing is recorded twice.
  await enqueue()
  await sleep(1500)
  const facts = {
    misses: await misses(),
    commitmentsMissed: await one(`SELECT count(*) AS n FROM "Commitment" WHERE "state" = 'MISSED' AND "nextDueOn" IS NULL`),
    casesRefused: await one(`SELECT count(*) AS n FROM "ApprovalCase" WHERE "state" = 'REFUSED'`),
    missesInStandings: await one('SELECT sum("missCount") AS n FROM "CreditStanding"'),
    listingCases: await one(`SELECT count(*) AS n FROM "ViolationCase" WHERE "kind" = 'BROKEN_COMMITMENTS'`),
    told: await one(`SELECT count(*) AS n FROM "OutboxEvent" WHERE "topic" = 'commitments.breachRecorded'`),
    audited: await one(`SELECT count(*) AS n FROM "AuditEvent" WHERE "action" = 'commitments.recordBreach'`),
  }
  const { listingCases, ...each } = facts
  if (Object.values(each).some((count) => count !== DUE) || listingCases !== firmsWithThree)
    throw new Error(`not exactly once: ${JSON.stringify(facts)} instead of ${DUE} and ${firmsWithThree} listing cases`)
  const most = (values: readonly number[]) => Math.round(Math.max(...values) / 1e6)
  const peakRssMb = most(workers.map(({ peakRss }) => peakRss))
  const rssGrowthMb = most(workers.map(({ peakRss, idleRss }) => peakRss - idleRss))
  const round = (value: number) => Math.round(value * 100) / 100
  console.log(
    JSON.stringify({
      bench: 'sweep',
      commitments: TOTAL,
      due: DUE,
      ...facts,
      killedAfterMisses: killedAt,
      seconds: round(seconds),
      peakRssMb,
      rssGrowthMb,
      workerCpuSeconds: round(workers.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0)),
      baselineUpdateSeconds: round(baselineSeconds),
      ratio: round(seconds / baselineSeconds),
    }),
  )
} finally {
  for (const worker of workers) worker.process.kill()
  await bench.close()
}
