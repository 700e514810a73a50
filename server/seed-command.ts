import { parseArgs } from 'node:util'
import { env } from '#env'
import { createPool } from '#prisma/pool.ts'
import { seedBulk } from '#prisma/seed/bulk/seed-bulk.ts'
import { seed } from '#prisma/seed/index.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import { openDatabase } from './database.ts'
import type { Step } from './terminal.ts'

// `npm run seed`: reference and demo data into the database of DATABASE_URL or the embedded one, as `npm start` would load them.
// `npm run seed -- --intermediaries 100000`: also a large invented register, for benches.

const { values } = parseArgs({
  options: { intermediaries: { type: 'string', default: '0' }, 'no-demo': { type: 'boolean', default: false } },
})
if (!/^\d{1,6}$/.test(values.intermediaries)) {
  console.error(`--intermediaries takes a number up to 900000, not "${values.intermediaries}".`)
  process.exit(2)
}
const count = Number(values.intermediaries)

const step: Step = async (label, work) => {
  const began = performance.now()
  const say = (line: string) => console.log(`  ${line}`)
  const result = await work(say)
  console.log(`✓ ${label} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  return result
}

let stopDatabase = () => Promise.resolve()
const pool = createPool(await openDatabase(env, step, (stop) => (stopDatabase = stop)))
try {
  const { IDENTITY_KEY: identityKey, IDENTITY_HASH_KEY: identityHashKey, RECEIPT_SIGNING_KEY: receiptSigningKey } = env
  const platform = await createPlatform(pool, {
    isSandbox: env.SANDBOX,
    identityKey,
    identityHashKey,
    receiptSigningKey,
    files: createFileStore(env),
  })
  await step('Loading data', (say) => seed({ platform, reference: true, demo: env.DEMO && !values['no-demo'], say }))
  if (count > 0) await step(`Inventing ${count} intermediaries`, (say) => seedBulk(platform, count, say))
  await platform.prisma.$disconnect()
} finally {
  await pool.end()
  await stopDatabase()
}
