import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, pendingMigrations } from '#prisma/migrate.ts'
import { createPool, inUtc } from '#prisma/pool.ts'
import { cloneDatabase } from '../setup/database.ts'
import type { TestDatabase } from '../setup/database.ts'

let database: TestDatabase
let client: Client
let folder: string

async function writeMigration(name: string, sql: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true })
  await writeFile(join(folder, name, 'migration.sql'), sql)
}

beforeAll(async () => {
  database = await cloneDatabase()
  client = new Client({ connectionString: database.ownerUrl })
  await client.connect()
  folder = await mkdtemp(join(tmpdir(), 'migrations-'))
})

afterAll(async () => {
  await client.end()
  await database.drop()
  await rm(folder, { recursive: true })
})

test('this release has nothing left to apply on the template', async () => {
  expect(await pendingMigrations(client, 'prisma/migrations')).toEqual([])
})

test('two starts at once apply each migration once; a changed, failing, unknown or half-done one is named', async () => {
  await client.query('DELETE FROM _prisma_migrations')
  await writeMigration(
    '1_first',
    'CREATE TABLE probe (n int); CREATE FUNCTION probe_n() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;',
  )
  const applied = await Promise.all([migrate(database.ownerUrl, folder), migrate(database.ownerUrl, folder)])
  expect(applied.flat()).toEqual(['1_first'])

  await writeMigration('2_failing', 'INSERT INTO probe VALUES (1); SELECT 1/0;')
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow(
    'The migration 2_failing failed and left nothing behind: division by zero.',
  )
  expect((await client.query('SELECT * FROM probe')).rowCount).toBe(0)

  await writeMigration('2_failing', 'INSERT INTO probe VALUES (1);')
  expect(await migrate(database.ownerUrl, folder)).toEqual(['2_failing'])

  await writeMigration('1_first', 'CREATE TABLE probe (n bigint);')
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('The migration 1_first was changed')

  await rm(join(folder, '1_first'), { recursive: true })
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('which this release does not know')

  await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_failing'")
  await client.query("DELETE FROM _prisma_migrations WHERE migration_name = '1_first'")
  await expect(migrate(database.ownerUrl, folder)).rejects.toThrow('was begun and not finished')
})

test('every session is in UTC, whatever the server says and whatever options the address already carries', async () => {
  const name = new URL(database.ownerUrl).pathname.slice(1)
  await client.query(`ALTER DATABASE "${name}" SET timezone TO 'Asia/Shanghai'`)
  const pool = createPool(`${database.ownerUrl}?options=-c%20statement_timeout%3D5000`)
  const { rows } = await pool.query<{ zone: string; wait: string }>(
    "SELECT current_setting('timezone') AS zone, current_setting('statement_timeout') AS wait",
  )
  await pool.end()
  expect(rows).toEqual([{ zone: 'UTC', wait: '5s' }])
  expect(inUtc(database.ownerUrl)).toContain('options=')
})
