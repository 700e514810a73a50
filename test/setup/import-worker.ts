import { env } from '#env'
import { systemContext } from '#jobs/worker.ts'
import { createPool } from '#prisma/pool.ts'
import { runPendingImports } from '#services/bulk/run-pending-imports.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'

// A worker of its own on DATABASE_URL, to be killed in the middle of an import.
const pool = createPool(env.DATABASE_URL ?? '', { max: 4 })
const platform = await createPlatform(pool, {
  isSandbox: false,
  identityKey: env.IDENTITY_KEY,
  identityHashKey: env.IDENTITY_HASH_KEY,
  receiptSigningKey: env.RECEIPT_SIGNING_KEY,
  files: createFileStore(env),
})
await runPendingImports(systemContext(platform, 'import worker'))
await pool.end()
