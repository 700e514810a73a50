import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { env } from '#env'
import { migrate } from '#prisma/migrate.ts'
import { createPool } from '#prisma/pool.ts'
import { loadReference } from '#prisma/seed/reference.ts'
import { programRole, programUrl } from '#server/postgres/program-role.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import type { TestCluster } from './cluster.ts'

/** `reference`: catalogues, calendar, divisions. `demo`: also the invented institutions, persons and cases. */
export type TemplateKind = 'reference' | 'demo'

/** Ours, arbitrary: so that two runs don't make the same template at once. */
const advisoryLock = 7_215_094_319
/** What a template's content depends on; a change here makes a new one. */
const sources = {
  reference: [
    'prisma/migrations',
    'prisma/migrate.ts',
    'prisma/program-grants.ts',
    'prisma/seed',
    'domain',
    'prisma/schema',
    'services/catalogue',
  ],
  demo: ['services', 'test/factories'],
}

/** The name of a finished template database of this kind, made now if these sources never had one. */
export async function prepareTemplate(cluster: TestCluster, kind: TemplateKind): Promise<string> {
  const prefix = `xinxuan_template_${kind}_`
  const name = prefix + (await fingerprint(kind))
  const admin = new Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  try {
    await admin.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [prefix])
    if (rows.some((row) => row.datname === name)) return name
    for (const { datname } of rows) if (cluster.isOwn || datname.endsWith('_new')) await admin.query(`DROP DATABASE IF EXISTS "${datname}"`)
    await admin.query(`CREATE DATABASE "${name}_new" TEMPLATE template0`)
    await fill(cluster.url(`${name}_new`), kind)
    await admin.query(`ALTER DATABASE "${name}_new" RENAME TO "${name}"`)
    return name
  } finally {
    await admin.end()
  }
}

async function fill(ownerUrl: string, kind: TemplateKind): Promise<void> {
  await migrate(ownerUrl, 'prisma/migrations', programRole)
  const pool = createPool(programUrl(ownerUrl), { max: 5 })
  const platform = await createPlatform(pool, {
    isSandbox: false,
    identityKey: env.IDENTITY_KEY,
    identityHashKey: env.IDENTITY_HASH_KEY,
    receiptSigningKey: env.RECEIPT_SIGNING_KEY,
    files: createFileStore(env),
  })
  try {
    await loadReference(platform)
    if (kind === 'demo') {
      // Loaded only here: it draws in every use case, and most runs don't need it.
      const { seedDemo } = await import('#prisma/seed/demo/seed-demo.ts')
      await seedDemo(platform, () => undefined)
    }
  } finally {
    await platform.prisma.$disconnect()
    await pool.end()
  }
}

async function fingerprint(kind: TemplateKind): Promise<string> {
  const hash = createHash('sha256').update(env.IDENTITY_HASH_KEY).update(env.IDENTITY_KEY)
  for (const source of kind === 'demo' ? [...sources.reference, ...sources.demo] : sources.reference) {
    for (const file of await filesOf(source)) hash.update(file).update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function filesOf(source: string): Promise<string[]> {
  if (source.endsWith('.ts')) return [source]
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
  return files.map((entry) => join(entry.parentPath, entry.name)).sort()
}
