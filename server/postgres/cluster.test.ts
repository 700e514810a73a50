import { chmod, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startCluster } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { stopPostmaster } from './postmaster.ts'

let folder: string
const password = 'only-for-this-test'
const start = () => startCluster({ folder, password })

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xinxuan-cluster-'))
  // As root PostgreSQL runs as another user, who must get in.
  await chmod(folder, 0o755)
})

afterEach(async () => {
  await stopPostmaster(join(folder, 'postgres'))
  await rm(folder, { recursive: true, force: true })
})

async function query(cluster: Cluster, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: cluster.url('postgres') })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}

const pidOf = async (cluster: Cluster) => Number((await readFile(join(cluster.dir, 'postmaster.pid'), 'utf8')).split('\n')[0])

test('a new cluster speaks Chinese, is in UTC, and keeps what it holds over a stop', async () => {
  const first = await start()
  expect(first.origin).toBe('new')
  await query(first, "CREATE EXTENSION pg_trgm; CREATE TABLE kept AS SELECT '信选' AS name")
  expect(await query(first, "SELECT cardinality(show_trgm('信选')) > 0 AS knows, current_setting('timezone') AS zone")).toEqual([
    { knows: true, zone: 'UTC' },
  ])
  await first.stop()
  const second = await start()
  expect(second.origin).toBe('started')
  expect(await query(second, 'SELECT name FROM kept')).toEqual([{ name: '信选' }])
  await second.stop()
})

test('a second start adopts the running cluster; the last one to leave stops it', async () => {
  const first = await start()
  const second = await start()
  expect(second.origin).toBe('adopted')
  expect(second.url('postgres')).toBe(first.url('postgres'))
  await first.stop()
  expect(await query(second, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  await second.stop()
  await expect(query(second, 'SELECT 1')).rejects.toThrow()
})

test('two starts at once on an empty folder share one cluster', async () => {
  const clusters = await Promise.all([start(), start()])
  expect(new Set(clusters.map((cluster) => cluster.url('postgres'))).size).toBe(1)
  for (const cluster of clusters) await cluster.stop()
})

test('after kill -9 it comes back at the same address with everything that was committed', async () => {
  const cluster = await start()
  await query(cluster, 'CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n')
  // Several times: for a moment a killed process looks alive, sometimes until after its sessions are gone.
  for (let time = 1; time <= 4; time += 1) {
    const before = await pidOf(cluster)
    process.kill(before, 'SIGKILL')
    const isBack = async () => (await pidOf(cluster)) !== before && (await query(cluster, 'SELECT 1')).length === 1
    const until = Date.now() + 15_000
    while (Date.now() < until && !(await isBack().catch(() => false))) await sleep(50)
  }
  expect(await query(cluster, 'SELECT count(*)::int AS n FROM kept')).toEqual([{ n: 1000 }])
  await cluster.stop()
}, 90_000)

test('what keeps it from coming back is said once, and when that has passed it comes back', async () => {
  const said: string[] = []
  const cluster = await startCluster({ folder, password, say: (line) => said.push(line) })
  const version = join(cluster.dir, 'PG_VERSION')
  await writeFile(version, '99\n')
  process.kill(await pidOf(cluster), 'SIGKILL')
  await sleep(8_000)
  await expect(query(cluster, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')
  await writeFile(version, '18\n')
  const until = Date.now() + 15_000
  while (Date.now() < until && !(await query(cluster, 'SELECT 1').catch(() => null))) await sleep(50)
  expect(await query(cluster, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  expect(said.filter((line) => line.includes('was made by PostgreSQL 99'))).toHaveLength(1)
  await cluster.stop()
}, 40_000)

test('a cluster of a newer version, a broken one, and a lost password are told in one sentence each', async () => {
  const cluster = await start()
  await cluster.stop()
  await expect(startCluster({ folder, password: 'another' })).rejects.toThrow('does not know the password in secrets.json')
  await writeFile(join(cluster.dir, 'PG_VERSION'), '99\n')
  await expect(start()).rejects.toThrow('was made by PostgreSQL 99 and this program brings PostgreSQL 18')
  await writeFile(join(cluster.dir, 'PG_VERSION'), '18\n')
  await truncate(join(cluster.dir, 'global', 'pg_control'), 0)
  await expect(start()).rejects.toThrow(/^The database in .* is broken \(.*\): restore it from a backup/)
})
