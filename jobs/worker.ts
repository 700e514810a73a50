import { run } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import { systemViewer } from '#domain/access/viewer.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { drainOutbox } from './drain-outbox.ts'
import { listEntries } from './list-entries.ts'
import { keepRegister } from './keep-register.ts'
import { logToPino } from './log-to-pino.ts'
import type { JobLog } from './log-to-pino.ts'
import { putCatalogueInForce } from './put-catalogue-in-force.ts'
import { reRateDue } from './re-rate-due.ts'
import { runImports } from './run-imports.ts'
import { sweepCommitments } from './sweep-commitments.ts'
import { verifyStandings } from './verify-standings.ts'
import { watchFormChecks } from './watch-form-checks.ts'

export interface WorkerOptions {
  readonly platform: Platform
  readonly log: JobLog
}

/** One small, idempotent job: run twice, or on two machines at once, it does its thing once. */
export type Job = (context: UseCaseContext, log: JobLog) => Promise<void>

const jobs: Readonly<Record<string, Job>> = {
  'drain-outbox': drainOutbox,
  'put-catalogue-in-force': putCatalogueInForce,
  'list-entries': listEntries,
  'run-imports': runImports,
  'keep-register': keepRegister,
  'sweep-commitments': sweepCommitments,
  're-rate-due': reRateDue,
  'verify-standings': verifyStandings,
  'watch-form-checks': watchFormChecks,
}

/** Minute-wise what a legal day turns true, nightly (18:10 UTC is 02:10 in Shanghai) the proof that standings equal their facts. */
const crontab = [
  '* * * * * put-catalogue-in-force ?max=1',
  '* * * * * run-imports ?max=1',
  '* * * * * sweep-commitments ?max=1',
  '* * * * * keep-register ?max=1',
  '* * * * * list-entries ?max=1',
  '* * * * * drain-outbox ?max=1',
  '*/10 * * * * re-rate-due ?max=1',
  '*/10 * * * * watch-form-checks ?max=1',
  '10 18 * * * verify-standings ?max=1',
].join('\n')

/** Starts the worker on the platform's pool. `stop()` lets running jobs finish. */
export async function startWorker({ platform, log }: WorkerOptions): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [name, (_payload, helpers) => job(systemContext(platform, `job:${helpers.job.id}`), log)]),
  )
  const runner = await run({
    pgPool: platform.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    crontab,
    logger: logToPino(log),
  })
  return runner
}

/** The worker's own context: it records what the calendar makes true, and decides nothing. */
export function systemContext(platform: Platform, requestId: string): UseCaseContext {
  return { ...platform, viewer: systemViewer, requestId }
}
