import { Client } from 'pg'
import type { Env } from '#env'
import { migrate } from '#prisma/migrate.ts'
import { startCluster } from './postgres/cluster.ts'
import { programUrl, provideProgramRole } from './postgres/program-role.ts'
import { StartProblem } from './start-problem.ts'
import type { Step } from './terminal.ts'

const databaseName = 'xinxuan'

interface DatabaseUrls {
  /** Of the role that owns the tables. */
  readonly owner: string
  /** Of the role the program works as; the same where the operator names only one. */
  readonly program: string
}

/**
 * Brings up the database of DATABASE_URL or the embedded one, checks that it can serve Chinese, migrates it as its owner, and gives the
 * program's own role what the program needs (decision 005).
 * @param onBegin takes what stops the embedded cluster again; called before it is up, because a stop may come in between
 * @returns the program's URL
 */
export async function openDatabase(env: Env, step: Step, onBegin: (stop: () => Promise<void>) => void): Promise<string> {
  const { owner, program } = env.DATABASE_URL
    ? { owner: env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL, program: env.DATABASE_URL }
    : await openEmbedded(env, step, onBegin)
  const programRole = await step('Checking the database', async () => {
    await checkDatabase(owner)
    const isOneRole = env.DATABASE_URL !== undefined && env.MIGRATION_DATABASE_URL === undefined
    return isOneRole ? undefined : await checkProgramRole({ owner, program })
  })
  await step('Applying migrations', async (note) => {
    const applied = await migrate(owner, 'prisma/migrations', programRole)
    note(applied.length === 0 ? 'up to date' : `${applied.length} applied`)
  })
  return program
}

async function openEmbedded(env: Env, step: Step, onBegin: (stop: () => Promise<void>) => void): Promise<DatabaseUrls> {
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
  // At every start: a folder of an older release has no such role, and its tables belong to the superuser as they do in a new one.
  await provideProgramRole(cluster.url('postgres'))
  const owner = cluster.url(databaseName)
  return { owner, program: programUrl(owner) }
}

/**
 * Refuses a database that would give wrong answers silently: under locale C, pg_trgm sees no letters in Chinese text and a search by
 * similarity finds nothing.
 */
async function checkDatabase(url: string): Promise<void> {
  const client = await connect(url)
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

/**
 * Refuses a program's role that nothing binds, or that works on another database than the one being migrated.
 * @returns its name
 */
async function checkProgramRole(urls: DatabaseUrls): Promise<string> {
  const owner = await connect(urls.owner)
  const program = await connect(urls.program)
  try {
    const where = 'SELECT current_user AS "role", current_database() || pg_postmaster_start_time() AS "place"'
    const [asProgram] = (await program.query<{ role: string; place: string }>(where)).rows
    const [asOwner] = (await owner.query<{ role: string; place: string }>(where)).rows
    if (!asProgram || asProgram.place !== asOwner?.place)
      throw new StartProblem('DATABASE_URL and MIGRATION_DATABASE_URL must lead to the same database.')
    const { rows } = await owner.query<{ isBound: boolean }>(
      `SELECT NOT pg_has_role($1, current_user, 'MEMBER') AND NOT EXISTS (
         SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_has_role($1, relowner, 'MEMBER')) AS "isBound"`,
      [asProgram.role],
    )
    if (!rows[0]?.isBound)
      throw new StartProblem(
        `The role "${asProgram.role}" of DATABASE_URL could rewrite the audit trail: give it no table, and no part in the role of MIGRATION_DATABASE_URL.`,
      )
    return asProgram.role
  } finally {
    await program.end()
    await owner.end()
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new StartProblem(`The database can't be reached: ${reasonOf(error)}. Check DATABASE_URL and MIGRATION_DATABASE_URL.`)
  }
}

/** node-postgres wraps several failed addresses into one error without a message. */
function reasonOf(error: unknown): string {
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error
  return first instanceof Error ? first.message : String(first)
}
