import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Client } from 'pg'
import type { Pool } from 'pg'
import { migrate } from '#prisma/migrate.ts'
import { env } from '#env'
import { createPool } from '#prisma/pool.ts'
import { seedBulk } from '#prisma/seed/bulk/seed-bulk.ts'
import { seed } from '#prisma/seed/index.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import { openTestCluster } from '../setup/cluster.ts'

export interface BenchDatabase {
  readonly url: string
  readonly pool: Pool
  readonly platform: Platform
  /** Ends the connections and drops the database. */
  close(): Promise<void>
}

/** A database of the bench's own with the reference data and that many invented intermediaries, analysed as it would be after a while. */
export async function openBenchDatabase(bench: string, intermediaries: number, say: (line: string) => void): Promise<BenchDatabase> {
  const cluster = await openTestCluster()
  const name = `xinxuan_bench_${bench}_${process.pid}`
  const admin = new Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query(`CREATE DATABASE "${name}" TEMPLATE template0`)
  const url = cluster.url(name)
  const pool = createPool(url)
  const secret = () => randomBytes(32).toString('base64')
  const platform = await createPlatform(pool, {
    isSandbox: false,
    identityKey: secret(),
    identityHashKey: secret(),
    receiptSigningKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    files: createFileStore(env),
  })
  const close = async () => {
    await platform.prisma.$disconnect()
    await pool.end()
    await admin.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
    await admin.end()
    await cluster.stop()
  }
  try {
    await migrate(url, 'prisma/migrations')
    await seed({ platform, reference: true, demo: false, say })
    await seedBulk(platform, intermediaries, say)
    await pool.query('VACUUM ANALYZE')
  } catch (error) {
    await close()
    throw error
  }
  return { url, pool, platform, close }
}

/** The value below which that share of the measurements lies, to a hundredth of a millisecond. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return Math.round(value * 100) / 100
}
