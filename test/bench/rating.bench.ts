import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { systemViewer } from '#domain/access/viewer.ts'
import { env } from '#env'
import { migrate } from '#prisma/migrate.ts'
import { createPool } from '#prisma/pool.ts'
import { recordCreditEvent } from '#services/credit/record-credit-event.ts'
import { runDueRatings } from '#services/credit/run-rating.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { fixedClock } from '#services/kernel/clock.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { openTestCluster } from '../setup/cluster.ts'
import { percentile } from './bench-database.ts'
import { baseline, EVENTS_EACH, fillForRating } from './rating-data.ts'

// The complete re-rating under a new version, and single facts, against the same sums by one SQL aggregate.
const SUBJECTS = Number(process.argv[3] ?? 100_000)
const SINGLES = 400
const today = new Date('2026-06-10T02:00:00Z')

const seconds = (from: number): number => Math.round((performance.now() - from) / 10) / 100

/** Records facts about one firm after the other, as a day's decisions do; how long each took, in milliseconds. */
async function recordSingles(context: UseCaseContext): Promise<number[]> {
  const subjects = await context.prisma.subject.findMany({ select: { id: true }, take: SINGLES, skip: Math.min(1000, SUBJECTS - SINGLES) })
  const took: number[] = []
  for (const { id: subjectId } of subjects) {
    const from = performance.now()
    await runInTransaction(context, (unit) =>
      recordCreditEvent(unit, {
        ...{ subjectId, kind: 'VIOLATION', points: -6, clause: 'V-FEE-02', occurredOn: '2026-06-01', countsUntilOn: '2027-06-10' },
        ...{ description: '演示', sourceType: 'BENCH', sourceId: randomUUID() },
      }),
    )
    took.push(performance.now() - from)
  }
  // The first ones warm up the connections and the compiler.
  return took.slice(50)
}

const cluster = await openTestCluster()
const name = `xinxuan_bench_rating_${process.pid}`
const admin = new Client({ connectionString: cluster.url('postgres') })
await admin.connect()
try {
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const url = cluster.url(name)
  await migrate(url, 'prisma/migrations')
  const pool = createPool(url)
  console.log(`Filling a database with ${SUBJECTS} firms and ${SUBJECTS * EVENTS_EACH} scored facts …`)
  await fillForRating(pool, SUBJECTS)
  const secret = () => randomBytes(32).toString('base64')
  const platform = await createPlatform(pool, {
    isSandbox: false,
    identityKey: secret(),
    identityHashKey: secret(),
    receiptSigningKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    files: createFileStore(env),
  })
  const context: UseCaseContext = { ...platform, clock: fixedClock(today), viewer: systemViewer, requestId: 'bench' }

  console.log('Rating everybody anew …')
  const cpuBefore = process.cpuUsage()
  const fromFull = performance.now()
  const rated = await runDueRatings(context)
  const fullSeconds = seconds(fromFull)
  const cpuSeconds = Math.round(process.cpuUsage(cpuBefore).user / 10_000) / 100
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1000)

  const fromBaseline = performance.now()
  await pool.query(baseline)
  const baselineSeconds = seconds(fromBaseline)
  const { rows } = await pool.query<{ wrong: string }>(
    `SELECT count(*) AS wrong FROM bench_sums b JOIN "CreditStanding" c USING ("subjectId")
     JOIN "SearchDocument" d ON d."intermediaryId" = "subjectId" WHERE c."conductScore" <> b."conductScore" OR d."grade" <> c."gradeOffList"`,
  )
  if (rated !== SUBJECTS || rows[0]?.wrong !== '0') throw new Error(`${rated} rated, ${rows[0]?.wrong} other than the aggregate`)

  console.log('Recording single facts …')
  const singles = await recordSingles(context)
  console.log(
    JSON.stringify({
      bench: 'rating',
      n: SUBJECTS,
      events: SUBJECTS * EVENTS_EACH,
      fullSeconds,
      cpuSeconds,
      peakRssMb,
      incrementalP50Ms: percentile(singles, 0.5),
      incrementalP99Ms: percentile(singles, 0.99),
      baseline: { what: 'one SQL aggregate of the same sums into a table, without grades, reasons or search', seconds: baselineSeconds },
      ratio: Math.round((fullSeconds / baselineSeconds) * 10) / 10,
    }),
  )
  await platform.prisma.$disconnect()
  await pool.end()
} finally {
  await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
  await admin.end()
  await cluster.stop()
}
