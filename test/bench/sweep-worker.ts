import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { run } from 'graphile-worker'
import { env } from '#env'
import { sweepCommitments } from '#jobs/sweep-commitments.ts'
import { logToPino } from '#jobs/log-to-pino.ts'
import { systemContext } from '#jobs/worker.ts'
import { createPool } from '#prisma/pool.ts'
import { createLog } from '#server/log.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'

// A worker process as the program starts one, with the sweep as its only job: the others would be measured with it.
const pool = createPool(process.argv[2] ?? '')
const secret = () => randomBytes(32).toString('base64')
const platform = await createPlatform(pool, {
  isSandbox: false,
  identityKey: secret(),
  identityHashKey: secret(),
  receiptSigningKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  files: createFileStore(env),
})
const log = createLog('warn')
await run({
  pgPool: pool,
  concurrency: 1,
  noHandleSignals: true,
  pollInterval: 200,
  logger: logToPino(log),
  taskList: {
    async 'sweep-commitments'(_payload, helpers) {
      process.send?.({ sweeping: true })
      await sweepCommitments(systemContext(platform, `job:${helpers.job.id}`), log)
      process.send?.({ sweeping: false })
    },
  },
})
const idle = process.cpuUsage()
setInterval(() => {
  const { user, system } = process.cpuUsage(idle)
  process.send?.({ rss: process.memoryUsage.rss(), cpuSeconds: (user + system) / 1e6 })
}, 25)
process.send?.({ isReady: true })
process.on('disconnect', () => process.exit(0))
