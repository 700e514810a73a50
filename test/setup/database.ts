import { Client } from 'pg'
import type { Pool } from 'pg'
import { inject } from 'vitest'
import { env } from '#env'
import { createPool } from '#prisma/pool.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import type { TemplateKind } from './template.ts'

export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

let clones = 0

/** A database of this test file alone, cloned from the template (some 50 ms). Drop it in afterAll; the end of the run drops it anyway. */
export async function cloneDatabase(kind: TemplateKind = 'reference'): Promise<TestDatabase> {
  const name = `${inject('clonePrefix')}${process.pid}_${Date.now().toString(36)}_${clones++}`
  const template = inject(kind === 'demo' ? 'demoTemplate' : 'template')
  await asAdmin(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  return {
    url: Object.assign(new URL(inject('clusterUrl')), { pathname: `/${name}` }).href,
    drop: () => asAdmin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  }
}

export interface TestPlatform {
  readonly platform: Platform
  readonly pool: Pool
  readonly url: string
  /** Ends the connections and drops the database. */
  close(): Promise<void>
}

/** The platform of the use cases on a clone of its own. Give a `clock` by spreading: `{ ...platform, clock: fixedClock(day) }`. */
export async function openTestPlatform(kind: TemplateKind = 'reference', isSandbox = false): Promise<TestPlatform> {
  const { url, drop } = await cloneDatabase(kind)
  const pool = createPool(url, { max: 10 })
  const platform = await createPlatform(pool, {
    isSandbox,
    identityKey: env.IDENTITY_KEY,
    identityHashKey: env.IDENTITY_HASH_KEY,
    receiptSigningKey: env.RECEIPT_SIGNING_KEY,
  })
  return {
    platform,
    pool,
    url,
    async close() {
      await platform.prisma.$disconnect()
      await pool.end()
      await drop()
    },
  }
}

async function asAdmin(sql: string): Promise<void> {
  const admin = new Client({ connectionString: inject('clusterUrl') })
  await admin.connect()
  try {
    await admin.query(sql)
  } finally {
    await admin.end()
  }
}
