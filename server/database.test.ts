import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readSettings } from '#env'
import type { Env } from '#env'
import { migrate } from '#prisma/migrate.ts'
import { openDatabase } from './database.ts'
import { startCluster } from './postgres/cluster.ts'
import { stopPostmaster } from './postgres/postmaster.ts'
import type { Step } from './terminal.ts'

let folder: string
let env: Env
let stop: () => Promise<void>
const password = 'only-for-this-test'
const step: Step = (_label, work) => work(() => undefined)
const open = (settings: Env = env) => openDatabase(settings, step, (stopCluster) => (stop = stopCluster))

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinxuan-database-'))
  // As root PostgreSQL runs as another user, who must get in.
  await chmod(folder, 0o755)
  env = readSettings({ DATA_DIR: folder, POSTGRES_PASSWORD: password })
  stop = () => Promise.resolve()
})

afterEach(async () => {
  await stop()
  await stopPostmaster(join(folder, 'postgres'))
  await rm(folder, { recursive: true, force: true })
})

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const kept = 'SELECT "actorName" FROM "AuditEvent"'
const record = `INSERT INTO "AuditEvent" ("at", "actorName", "actorRoles", "action", "entity", "entityId", "requestId")
  VALUES (now(), '王芳', '{}', 'probe', 'Probe', '1', 'x')`

test('a new folder: the program works as an ordinary role, at the second start too', async () => {
  const url = await open()
  await query(url, record)
  await stop()
  const again = await open()
  expect(await query(again, kept)).toEqual([{ actorName: '王芳' }])
  expect(await query(again, 'SELECT current_user AS "role"')).toEqual([{ role: 'xinxuan_program' }])
  await expect(query(again, 'DELETE FROM "AuditEvent"')).rejects.toThrow('permission denied')
})

test('a folder of the release whose program was the superuser: nothing is lost, and from now on the audit trail is bound', async () => {
  const old = await startCluster({ folder, password })
  await query(old.url('postgres'), 'CREATE DATABASE xinxuan')
  await query(old.url('xinxuan'), 'CREATE EXTENSION pg_trgm')
  await migrate(old.url('xinxuan'), 'prisma/migrations')
  await query(old.url('xinxuan'), record)
  await old.stop()

  const url = await open()
  expect(await query(url, kept)).toEqual([{ actorName: '王芳' }])
  await query(url, record)
  expect(await query(url, kept)).toHaveLength(2)
  await expect(query(url, 'UPDATE "AuditEvent" SET "actorName" = \'x\'')).rejects.toThrow('permission denied')
})

test('a database of one’s own, with two roles: roles that would not bind are refused in a sentence', async () => {
  const cluster = await startCluster({ folder, password })
  const admin = cluster.url('postgres')
  for (const statement of [
    "CREATE ROLE owner LOGIN PASSWORD 'o'",
    "CREATE ROLE program LOGIN PASSWORD 'p'",
    'CREATE DATABASE one OWNER owner',
    'CREATE DATABASE other OWNER owner',
  ])
    await query(admin, statement)
  // What the guide leaves to the database's administrator.
  await query(cluster.url('one'), 'CREATE EXTENSION pg_trgm')
  const as = (role: string, word: string, database = 'one') =>
    Object.assign(new URL(cluster.url(database)), { username: role, password: word }).href
  const withUrls = (DATABASE_URL: string, MIGRATION_DATABASE_URL?: string) =>
    open(readSettings({ DATABASE_URL, MIGRATION_DATABASE_URL, NODE_ENV: 'test' }))
  try {
    await expect(withUrls(as('program', 'p'))).rejects.toThrow('This database role may not migrate (permission denied for schema public)')
    await expect(withUrls(as('program', 'p', 'other'), as('owner', 'o'))).rejects.toThrow('must lead to the same database')
    for (const free of [as('owner', 'o'), cluster.url('one')])
      await expect(withUrls(free, as('owner', 'o'))).rejects.toThrow('could rewrite the audit trail')
    await expect(withUrls(as('program', 'wrong'), as('owner', 'o'))).rejects.toThrow(
      "The database can't be reached: password authentication failed",
    )

    const url = await withUrls(as('program', 'p'), as('owner', 'o'))
    await query(url, record)
    await query(url, "SELECT graphile_worker.add_job('probe')")
    expect(await query(url, 'SELECT FROM graphile_worker.jobs')).toHaveLength(1)
    await expect(query(url, 'DELETE FROM "AuditEvent"')).rejects.toThrow('permission denied')
    // Another process of the same release needs no more than the program's role.
    expect(await withUrls(as('program', 'p'))).toBe(url)

    await query(admin, 'GRANT owner TO program')
    await expect(withUrls(as('program', 'p'), as('owner', 'o'))).rejects.toThrow('could rewrite the audit trail')
  } finally {
    await cluster.stop()
  }
})
