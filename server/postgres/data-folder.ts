import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { chown, mkdir, readFile, rename, rm, statfs, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { StartProblem, sentenceFor } from '../start-problem.ts'
import { programEnvironment } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import { isReachable } from './unprivileged-user.ts'
import type { UnprivilegedUser } from './unprivileged-user.ts'

/** Enough for a new cluster, its first write-ahead log and the demo data. Ours. */
const minFreeBytes = 300 * 1024 * 1024
const superuser = 'xinxuan'

/**
 * Where the cluster lives: `<folder>/postgres`, or below /var/lib when the user that PostgreSQL must run under can't get into `folder`.
 */
export function clusterFolder(folder: string, user: UnprivilegedUser | null): string {
  const wanted = resolve(folder, 'postgres')
  if (!user || isReachable(wanted, user)) return wanted
  return join('/var/lib/xinxuan', createHash('sha256').update(wanted).digest('hex').slice(0, 12), 'postgres')
}

/** The major version in PG_VERSION, or null when there is no cluster yet. */
export async function clusterVersion(dir: string): Promise<number | null> {
  const text = await readFile(join(dir, 'PG_VERSION'), 'utf8').catch(() => null)
  return text === null ? null : Number.parseInt(text, 10)
}

/** Refuses a cluster that another major version of PostgreSQL made, before PostgreSQL does so in its log. */
export function refuseOtherVersion(dir: string, found: number, ours: number): void {
  if (found === ours) return
  const remedy =
    found > ours ? 'start it with the newer release of this program' : 'dump it with the release that made it and load it into a new folder'
  throw new StartProblem(
    `The database in ${dir} was made by PostgreSQL ${found} and this program brings PostgreSQL ${ours}: ${remedy}, or set DATA_DIR to another folder.`,
  )
}

export async function refuseFullDisk(dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true, mode: 0o755 }).catch((error: unknown) => {
    throw new StartProblem(sentenceFor(error, dirname(dir)) ?? `The folder ${dirname(dir)} can't be made: ${String(error)}`)
  })
  const { bavail, bsize } = await statfs(dirname(dir))
  if (bavail * bsize >= minFreeBytes) return
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024)
  throw new StartProblem(
    `There is no disk space left: ${dirname(dir)} has ${megabytes} MB free and the database needs ${minFreeBytes / 1024 / 1024} MB.`,
  )
}

/** Makes a new cluster aside and moves it into place, so that an interrupted initdb leaves nothing half made. */
export async function initialiseCluster(dir: string, password: string, binaries: Binaries, user: UnprivilegedUser | null): Promise<void> {
  const fresh = `${dir}.new-${randomUUID().slice(0, 8)}`
  const passwordFile = `${fresh}.password`
  try {
    await rm(fresh, { recursive: true, force: true })
    await mkdir(fresh, { mode: 0o700 })
    await writeFile(passwordFile, password, { mode: 0o600 })
    if (user) for (const path of [fresh, passwordFile]) await chown(path, user.uid, user.gid)
    // C.UTF-8: under C, pg_trgm finds no letters in Chinese text and every similarity search silently returns nothing.
    const args = [
      '-D',
      fresh,
      '-U',
      superuser,
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--no-instructions',
    ]
    const { code, output } = await run(binaries.initdb, args, user)
    if (code !== 0) throw new StartProblem(explainInitdb(output, dir))
    await rename(fresh, dir).catch((error: NodeJS.ErrnoException) => {
      // Another start of the same program was quicker; its cluster is as good as ours.
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
    })
  } catch (error) {
    const sentence = sentenceFor(error, dir)
    throw sentence ? new StartProblem(sentence) : error
  } finally {
    await rm(passwordFile, { force: true })
    await rm(fresh, { recursive: true, force: true })
  }
}

function explainInitdb(output: string, dir: string): string {
  if (/No space left on device/.test(output)) return `There is no disk space left for ${dir}: free some and start again.`
  const reason = /^initdb: error: (.*)$/m.exec(output)?.[1] ?? output.trim().split('\n').at(-1) ?? 'no reason given'
  return `A new database could not be made in ${dir}: ${reason}.`
}

function run(program: string, args: readonly string[], user: UnprivilegedUser | null): Promise<{ code: number | null; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: programEnvironment,
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', fail)
    child.on('close', (code) => {
      done({ code, output })
    })
  })
}
