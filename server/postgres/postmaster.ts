import { spawn } from 'node:child_process'
import { chown, mkdir, open, readFile, rm } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '../start-problem.ts'
import { programEnvironment } from './binaries.ts'
import type { Binaries } from './binaries.ts'
import type { UnprivilegedUser } from './unprivileged-user.ts'

/** A running (or starting) PostgreSQL main process, as its own postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
}

/** The postmaster of the cluster in `dir` if one is alive; a stale pid file whose number another program got is not. */
export async function livingPostmaster(dir: string): Promise<Postmaster | null> {
  const file = join(dir, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  if (!pid || !isPostgres(pid)) {
    if (pid) await rm(file, { force: true })
    return null
  }
  return port ? { pid, port } : null
}

/** Alive, no zombie, and (where the system tells) really a postgres. */
export function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  try {
    const [, name, state] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name === undefined || (name.startsWith('postgres') && state !== 'Z')
  } catch {
    return process.platform !== 'linux'
  }
}

/** A loopback port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.on('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        done(typeof address === 'object' && address ? address.port : 0)
      })
    })
  })
}

/** How a postmaster of ours ended: the last lines of its log, and whether it was killed rather than gave up. */
export interface Exit {
  readonly log: string
  readonly isKilled: boolean
}

export interface PostmasterOptions {
  readonly dir: string
  readonly binaries: Binaries
  readonly user: UnprivilegedUser | null
  readonly port: number
  readonly settings: Readonly<Record<string, string>>
}

/**
 * Starts PostgreSQL apart from our terminal (Ctrl-C reaches only us, so that open work ends before the database does) and apart from our
 * life: after kill -9 of this process it runs on and the next start adopts it.
 * @returns a promise that settles if the process ends.
 */
export async function spawnPostmaster({ dir, binaries, user, port, settings }: PostmasterOptions): Promise<{ exited: Promise<Exit> }> {
  const logFile = `${dir}.log`
  await mkdir(join(dir, '..'), { recursive: true })
  const log = await open(logFile, 'a', 0o600)
  const { size: logStart } = await log.stat()
  if (user) await chown(logFile, user.uid, user.gid)
  const all: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: '120',
    shared_buffers: '256MB',
    // Our statements are short: compiling them costs more than it saves.
    jit: 'off',
    ...settings,
  }
  const args = ['-D', dir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  const child = spawn(binaries.postgres, args, {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    env: programEnvironment,
    ...(user && { uid: user.uid, gid: user.gid }),
  })
  const exited = new Promise<Exit>((done) => {
    const tell = async (isKilled: boolean): Promise<void> => {
      done({ log: (await readFile(logFile, 'utf8').catch(() => '')).slice(logStart), isKilled })
    }
    child.on('error', () => void tell(false))
    child.on('exit', (_code, signal) => void tell(signal !== null))
  })
  child.unref()
  await log.close()
  return { exited }
}

/** Asks for a fast shutdown (sessions are ended, everything is written) and waits; true when it is down. */
export async function stopPostmaster(dir: string, waitMs = 30_000): Promise<boolean> {
  const postmaster = await livingPostmaster(dir)
  if (!postmaster) return true
  try {
    process.kill(postmaster.pid, 'SIGINT')
  } catch {
    return true
  }
  for (const end = Date.now() + waitMs; Date.now() < end; await sleep(20)) {
    if (!isPostgres(postmaster.pid)) return true
  }
  return false
}

/** Turns what PostgreSQL wrote before it gave up into one sentence. */
export function explainExit(log: string, dir: string): StartProblem {
  const reason = [...log.matchAll(/(?:FATAL|PANIC):\s+(.*)/g)].at(-1)?.[1] ?? log.trim().split('\n').at(-1) ?? ''
  if (/No space left on device/.test(log))
    return new StartProblem(`There is no disk space left for the database in ${dir}: free some and start again.`)
  if (/incompatible with server/.test(log))
    return new StartProblem(`The database in ${dir} was made by another version of PostgreSQL: ${reason}.`)
  return new StartProblem(
    `The database in ${dir} is broken (${reason || 'PostgreSQL gave no reason'}): restore it from a backup, or move that folder away to begin afresh. Its log is ${dir}.log.`,
  )
}
