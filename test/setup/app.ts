import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { env } from '#env'
import { demoToday, instant } from '#prisma/seed/demo/stage.ts'
import { freePort } from '#server/postgres/postmaster.ts'
import { cloneDatabase } from './database.ts'
import type { TestDatabase } from './database.ts'
import type { TemplateKind } from './template.ts'

export interface RunningApp {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string
  readonly databaseUrl: string
  readonly process: ChildProcess
  /** What it printed so far: the log and the words for the terminal. */
  output(): string
  stop(): Promise<void>
}

export interface AppSettings {
  readonly data?: TemplateKind
  /** A database that outlives this start, to start on it again; else one of its own. */
  readonly database?: TestDatabase
  readonly isSandbox?: boolean
  readonly more?: Readonly<Record<string, string>>
}

/**
 * Starts the built program (start.mjs, as `npm start` does) in a process of its own, on a clone of the template with demo data and in
 * sandbox mode, on the demonstration's own day, unless told otherwise.
 */
export async function startApp({ data = 'demo', database: given, isSandbox = true, more = {} }: AppSettings = {}): Promise<RunningApp> {
  const database = given ?? (await cloneDatabase(data))
  if (data === 'demo' && isSandbox) await standAt(database.url, instant(demoToday, 18))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['start.mjs'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      NODE_ENV: 'production',
      DATABASE_URL: database.url,
      MIGRATION_DATABASE_URL: database.ownerUrl,
      PORT: String(port),
      PUBLIC_URL: url,
      SANDBOX: isSandbox ? '1' : '0',
      DEMO: data === 'demo' ? '1' : '0',
      LOG_LEVEL: 'info',
      AUTH_SECRET: env.AUTH_SECRET,
      IDENTITY_KEY: env.IDENTITY_KEY,
      IDENTITY_HASH_KEY: env.IDENTITY_HASH_KEY,
      RECEIPT_SIGNING_KEY: env.RECEIPT_SIGNING_KEY,
      ...more,
    },
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<void>((done) => {
    child.once('exit', () => {
      done()
    })
  })
  for (const until = Date.now() + 120_000; !(await isReady(url)); await sleep(50)) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL')
      throw new Error(`The program did not start:\n${output}`)
    }
  }
  return {
    url,
    databaseUrl: database.url,
    process: child,
    output: () => output,
    async stop() {
      child.kill('SIGTERM')
      await ended
      if (!given) await database.drop()
    },
  }
}

/**
 * Sets the rehearsal clock before anything runs, unless it is set: the demonstration stands on its own day, so that its open promises
 * don't fall due, and no calendar ends, because the tests run later than they were written.
 */
async function standAt(url: string, at: Date): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `INSERT INTO "SandboxClock" ("id", "anchorRealAt", "anchorAt", "rate") VALUES (1, now(), $1, 1) ON CONFLICT ("id") DO NOTHING`,
    [at],
  )
  await client.end()
}

async function isReady(url: string): Promise<boolean> {
  return await fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  )
}
