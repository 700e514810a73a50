import { Client } from 'pg'
import type { Pool } from 'pg'
import { inject } from 'vitest'
import { env } from '#env'
import { createPool } from '#prisma/pool.ts'
import { programUrl } from '#server/postgres/program-role.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import type { TemplateKind } from './template.ts'

export interface TestDatabase {
  /** As the program's own role, so that a right it lacks is found here. */
  readonly url: string
  /** As the owner, who may change tables and do what the program must never need. */
  readonly ownerUrl: string
  drop(): Promise<void>
}

let clones = 0

/** A database of this test file alone, cloned from the template (some 50 ms). Drop it in afterAll; the end of the run drops it anyway. */
export async function cloneDatabase(kind: TemplateKind = 'reference'): Promise<TestDatabase> {
  const name = `${inject('clonePrefix')}${process.pid}_${Date.now().toString(36)}_${clones++}`
  const template = inject(kind === 'demo' ? 'demoTemplate' : 'template')
  await asAdmin(`CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  const ownerUrl = Object.assign(new URL(inject('clusterUrl')), { pathname: `/${name}` }).href
  return {
    url: programUrl(ownerUrl),
    ownerUrl,
    drop: () => asAdmin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`),
  }
}

export interface TestPlatform {
  readonly platform: Platform
  /** As the program's own role. */
  readonly pool: Pool
  readonly url: string
  readonly ownerUrl: string
  /** One statement as the owner, for what the program may not do. */
  asOwner(sql: string): Promise<void>
  /** Ends the connections and drops the database. */
  close(): Promise<void>
}

/** The platform of the use cases on a clone of its own. Give a `clock` by spreading: `{ ...platform, clock: fixedClock(day) }`. */
export async function openTestPlatform(kind: TemplateKind = 'reference', isSandbox = false): Promise<TestPlatform> {
  const { url, ownerUrl, drop } = await cloneDatabase(kind)
  const pool = createPool(url, { max: 10 })
  const platform = await createPlatform(pool, {
    isSandbox,
    identityKey: env.IDENTITY_KEY,
    identityHashKey: env.IDENTITY_HASH_KEY,
    receiptSigningKey: env.RECEIPT_SIGNING_KEY,
    files: createFileStore(env),
  })
  return {
    platform,
    pool,
    url,
    ownerUrl,
    asOwner: (sql) => once(ownerUrl, sql),
    async close() {
      await platform.prisma.$disconnect()
      await pool.end()
      await drop()
    },
  }
}

const asAdmin = (sql: string): Promise<void> => once(inject('clusterUrl'), sql)

async function once(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
