import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool } from 'pg'
import type { Env } from '#env'
import type { demoAccounts } from '#prisma/seed/demo/demo-accounts.ts'
import { createPool } from '#prisma/pool.ts'
import { createApp, refuseTakenPort } from './create-app.ts'
import type { AppOptions, Handler } from './create-app.ts'
import { openDatabase } from './database.ts'
import { createLog } from './log.ts'
import type { Log } from './log.ts'
import type { Program } from './program.ts'
import { table } from './terminal.ts'
import type { Terminal } from './terminal.ts'

/** What differs between the built program and development. */
export interface Front {
  readonly program: Program
  readonly graphql: Handler
  readonly pages: Handler
  readonly assets: NonNullable<AppOptions['assets']>
  readonly demoAccounts: typeof demoAccounts
}

/** Database → program → data → web server → worker, each step told at the terminal. What was begun is ended again if a later step fails. */
export async function run(env: Env, terminal: Terminal, openFront: (pool: Pool, log: Log) => Promise<Front>): Promise<void> {
  const { step, say } = terminal
  const log = createLog(env.LOG_LEVEL)
  const begun: (() => Promise<unknown>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of begun.reverse().splice(0)) await end().catch((error: unknown) => log.error({ err: error }, 'stopping failed'))
  }
  terminal.onBegin(stop)
  try {
    await refuseTakenPort(env.PORT, env.HOST)
    const pool = createPool(await openDatabase(env, step, (stopDatabase) => begun.push(stopDatabase)))
    // A use case in the middle of something long (the demo data) would hold its connection; stopping the database ends it.
    begun.push(() => Promise.race([pool.end(), sleep(3_000)]))
    const front = await step('Loading the program', () => openFront(pool, log))
    begun.push(() => front.program.close())
    await step('Loading data', (note) => front.program.seed(note))
    const app = createApp({
      pool,
      log,
      graphql: front.graphql,
      pages: front.pages,
      assets: front.assets,
      isHttps: env.PUBLIC_URL.startsWith('https:'),
      isDevelopment: env.NODE_ENV === 'development',
      isProxied: env.TRUST_PROXY,
      metricsToken: env.METRICS_TOKEN,
      metrics: [front.program.metrics],
    })
    const address = await step('Opening the port', () => app.listen(env.PORT, env.HOST))
    begun.push(() => app.close())
    if (env.WORKER) {
      const worker = await step('Starting the worker', () => front.program.startWorker())
      begun.push(() => worker.stop())
    }
    // Browsers should come by the address that cookies and links are made for.
    const home = env.PORT === 0 ? address : env.PUBLIC_URL
    say(
      `\n信选 Xinxuan is ready after ${terminal.elapsed().toFixed(1)} s: ${home}${env.SANDBOX ? '  (sandbox: the clock can be set)' : ''}\n`,
    )
    if (env.DEMO && front.demoAccounts.length > 0) {
      const rows = front.demoAccounts.map(({ role, name, organisation, email, password }) => [role, name, organisation, email, password])
      say(
        `${table(['Role', 'Name', 'For', 'E-mail', 'Password'], rows)}\n\nAll of it is invented. Ctrl-C stops everything, the database too.\n`,
      )
    }
  } catch (error) {
    await stop()
    throw error
  }
}
