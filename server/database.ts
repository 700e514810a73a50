import { Client } from 'pg'
import type { Env } from '#env'
import { migrate } from '#prisma/migrate.ts'
import { startCluster } from './postgres/cluster.ts'
import { StartProblem } from './start-problem.ts'
import type { Step } from './terminal.ts'

const databaseName = 'xinxuan'

/**
 * Brings up the database of DATABASE_URL or the embedded one, checks that it can serve Chinese, and migrates it.
 * @param onBegin takes what stops the embedded cluster again; called before it is up, because a stop may come in between
 * @returns its URL
 */
export async function openDatabase(env: Env, step: Step, onBegin: (stop: () => Promise<void>) => void): Promise<string> {
  const url = env.DATABASE_URL ?? (await openEmbedded(env, step, onBegin))
  await step('Checking the database', () => checkDatabase(url))
  await step('Applying migrations', async (note) => {
    const applied = await migrate(url, 'prisma/migrations')
    note(applied.length === 0 ? 'up to date' : `${applied.length} applied`)
  })
  return url
}

async function openEmbedded(env: Env, step: Step, onBegin: (stop: () => Promise<void>) => void): Promise<string> {
  const cluster = await step('Starting PostgreSQL', async (note) => {
    const starting = startCluster({ folder: env.DATA_DIR, password: env.POSTGRES_PASSWORD, say: note })
    onBegin(async () => {
      const begun = await starting.catch(() => null)
      await begun?.stop()
    })
    const started = await starting
    note({ new: 'new database', started: 'existing database', adopted: 'found running, taken over' }[started.origin])
    return started
  })
  const admin = new Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
  if (rowCount === 0) await admin.query(`CREATE DATABASE ${databaseName}`)
  await admin.end()
  return cluster.url(databaseName)
}

/**
 * Refuses a database that would give wrong answers silently: under locale C, pg_trgm sees no letters in Chinese text and a search by
 * similarity finds nothing.
 */
async function checkDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw new StartProblem(`The database can't be reached: ${reasonOf(error)}. Check DATABASE_URL.`)
  }
  try {
    const { rows } = await client.query<{ version: number; encoding: string }>(
      "SELECT current_setting('server_version_num')::int AS version, current_setting('server_encoding') AS encoding",
    )
    if ((rows[0]?.version ?? 0) < 150_000) throw new StartProblem('The database is older than PostgreSQL 15: use a newer one.')
    if (rows[0]?.encoding !== 'UTF8')
      throw new StartProblem(`The database's encoding is ${rows[0]?.encoding}: create it with ENCODING 'UTF8'.`)
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm').catch((error: unknown) => {
      throw new StartProblem(`The database lacks the extension pg_trgm: ${reasonOf(error)}.`)
    })
    const trigrams = await client.query<{ n: number }>("SELECT cardinality(show_trgm('信选中介')) AS n")
    if (!trigrams.rows[0]?.n)
      throw new StartProblem("The database's locale does not know Chinese letters: create it with LC_CTYPE 'C.UTF-8'.")
  } finally {
    await client.end()
  }
}

/** node-postgres wraps several failed addresses into one error without a message. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  return first instanceof Error ? first.message : String(first)
}
