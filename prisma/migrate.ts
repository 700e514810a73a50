import { createHash, randomUUID } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations as migrateWorkerSchema } from 'graphile-worker'
import { Client } from 'pg'
import { inUtc } from './pool.ts'
import { grantToProgram } from './program-grants.ts'

/** A reason why the database can't be brought to this release's form, in one sentence. */
export class MigrationProblem extends Error {
  override name = 'MigrationProblem'
}

interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

interface AppliedRow {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

const silent = new Logger(() => () => undefined)

/** Ours, arbitrary: only this program's migrations take it. */
const advisoryLock = 7_215_094_318

/** Prisma's own table, so that `prisma migrate status` agrees with us. */
const ledger = `CREATE TABLE _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT,
  rolled_back_at TIMESTAMPTZ, started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/** The migrations of this release, oldest first. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return await Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, each migration in a transaction of its own and under a lock, so that several processes may start at once.
 * Where nothing is missing it makes nothing, so that a role without the right to may ask.
 * @param programRole the role that gets the program's rights afterwards; none when the program is the migrating role itself
 * @returns the names applied now
 * @throws MigrationProblem a changed, unknown, half-done or failing migration
 */
export async function migrate(databaseUrl: string, folder: string, programRole?: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new Client({ connectionString: inUtc(databaseUrl), application_name: 'xinxuan migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    const { rows } = await client.query<{ isThere: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS "isThere"`)
    if (!rows[0]?.isThere) await client.query(ledger)
    const pending = pendingOf(migrations, await appliedRows(client))
    for (const migration of pending) await apply(client, migration)
    // Use cases wake the worker by SQL in their own transaction, so its tables belong to the schema.
    await migrateWorkerSchema({ connectionString: inUtc(databaseUrl), logger: silent })
    if (programRole !== undefined) await grantToProgram(client, programRole)
    return pending.map((migration) => migration.name)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new MigrationProblem(
      `This database role may not migrate (${(error as Error).message}): name the owner's in MIGRATION_DATABASE_URL.`,
      {
        cause: error,
      },
    )
  } finally {
    await client.end()
  }
}

/** Names that `migrate` would still apply; for the readiness check. */
export async function pendingMigrations(query: Pick<Client, 'query'>, folder: string): Promise<string[]> {
  return pendingOf(await readMigrations(folder), await appliedRows(query)).map((migration) => migration.name)
}

async function appliedRows(client: Pick<Client, 'query'>): Promise<AppliedRow[]> {
  const { rows } = await client.query<AppliedRow>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
  )
  return rows
}

function pendingOf(migrations: readonly Migration[], applied: readonly AppliedRow[]): Migration[] {
  const ours = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of applied) {
    const migration = ours.get(row.migration_name)
    if (!row.finished_at) {
      throw new MigrationProblem(
        `The migration ${row.migration_name} was begun and not finished: restore the backup from before it, or finish it and mark it with "prisma migrate resolve".`,
      )
    }
    if (!migration)
      throw new MigrationProblem(
        `The database has the migration ${row.migration_name}, which this release does not know: start the newer release.`,
      )
    if (migration.checksum !== row.checksum) {
      throw new MigrationProblem(
        `The migration ${row.migration_name} was changed after it had been applied: bring its file back to what it was and put the change into a new one.`,
      )
    }
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return migrations.filter((migration) => !done.has(migration.name))
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN')
    // Simple query: many statements at once, and no splitting at the semicolons inside function bodies.
    await client.query(sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    if ((error as { code?: string }).code === '42501') throw error
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationProblem(`The migration ${name} failed and left nothing behind: ${reason}.`, { cause: error })
  }
}
