import { run } from 'graphile-worker'
import type { Runner, TaskList } from 'graphile-worker'
import { systemViewer } from '#domain/access/viewer.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import type { MailSending } from '#services/notifications/send-mails.ts'
import { advanceSelections } from './advance-selections.ts'
import { deemCasesAccepted } from './deem-cases-accepted.ts'
import { drainOutbox } from './drain-outbox.ts'
import { listEntries } from './list-entries.ts'
import { keepEngagements } from './keep-engagements.ts'
import { keepRedList, proposeRedList } from './keep-red-list.ts'
import { keepRegister } from './keep-register.ts'
import { keepSearchOrders } from './keep-search-orders.ts'
import { logToPino } from './log-to-pino.ts'
import type { JobLog } from './log-to-pino.ts'
import { publishMean } from './publish-platform-mean.ts'
import { putCatalogueInForce } from './put-catalogue-in-force.ts'
import { rateCompletely } from './rate-completely.ts'
import { reRateDue } from './re-rate-due.ts'
import { remindCommitments } from './remind-commitments.ts'
import { remindDeadlines } from './remind-deadlines.ts'
import { remindOfRemedies } from './remind-of-remedies.ts'
import { runImports } from './run-imports.ts'
import { sendMail } from './send-mail.ts'
import type { SearchEngine } from './search-engine.ts'
import { feedSearchEngine, reconcileSearchEngine } from './search-engine.ts'
import { sweepComplaints } from './sweep-complaints.ts'
import { sweepCommitments } from './sweep-commitments.ts'
import { verifyStandings } from './verify-standings.ts'
import { watchFormChecks } from './watch-form-checks.ts'
import { watchPromises } from './watch-promises.ts'

export interface WorkerOptions {
  readonly platform: Platform
  readonly log: JobLog
  /** Fed and compared when there is one. */
  readonly searchEngine?: SearchEngine | undefined
  /** Sends mails when a server is set. */
  readonly mail?: MailSending | undefined
}

/** One small, idempotent job: run twice, or on two machines at once, it does its thing once. */
export type Job = (context: UseCaseContext, log: JobLog) => Promise<void>

const jobs: Readonly<Record<string, Job>> = {
  'drain-outbox': drainOutbox,
  'keep-search-orders': keepSearchOrders,
  'put-catalogue-in-force': putCatalogueInForce,
  'list-entries': listEntries,
  'run-imports': runImports,
  'keep-register': keepRegister,
  'keep-engagements': keepEngagements,
  'keep-red-list': keepRedList,
  'propose-red-list': proposeRedList,
  'sweep-commitments': sweepCommitments,
  'deem-cases-accepted': deemCasesAccepted,
  'remind-commitments': remindCommitments,
  'advance-selections': advanceSelections,
  'publish-platform-mean': publishMean,
  're-rate-due': reRateDue,
  'remind-deadlines': remindDeadlines,
  'rate-completely': rateCompletely,
  'verify-standings': verifyStandings,
  'watch-form-checks': watchFormChecks,
  'watch-promises': watchPromises,
  'sweep-complaints': sweepComplaints,
  'remind-of-remedies': remindOfRemedies,
}

/** Minute-wise what a legal day turns true, nightly (18:10 UTC is 02:10 in Shanghai) the proof that standings equal their facts, and who meets the red list’s criteria. */
const crontab = [
  '* * * * * put-catalogue-in-force ?max=1',
  '* * * * * run-imports ?max=1',
  '* * * * * sweep-commitments ?max=1',
  '* * * * * deem-cases-accepted ?max=1',
  '*/5 * * * * remind-commitments ?max=1',
  '* * * * * keep-register ?max=1',
  '* * * * * keep-engagements ?max=1',
  '* * * * * list-entries ?max=1',
  '* * * * * keep-red-list ?max=1',
  '* * * * * advance-selections ?max=1',
  '* * * * * drain-outbox ?max=1',
  '* * * * * keep-search-orders ?max=1',
  '5 * * * * publish-platform-mean ?max=1',
  '*/10 * * * * re-rate-due ?max=1',
  '*/10 * * * * remind-deadlines ?max=1',
  '* * * * * rate-completely ?max=1',
  '*/10 * * * * watch-form-checks ?max=1',
  '20 18 * * * watch-promises ?max=1',
  '*/10 * * * * sweep-complaints ?max=1',
  '*/10 * * * * remind-of-remedies ?max=1',
  '10 18 * * * verify-standings ?max=1',
  '20 18 * * * propose-red-list ?max=1',
].join('\n')

/** With a search engine, too: by the minute what it lacks, nightly that it lacks nothing. */
const engineCrontab = ['* * * * * feed-search-engine ?max=1', '40 18 * * * reconcile-search-engine ?max=1']

/** Starts the worker on the platform's pool. `stop()` lets running jobs finish. */
export async function startWorker({ platform, log, searchEngine, mail }: WorkerOptions): Promise<Runner> {
  const engineJobs = searchEngine && {
    'feed-search-engine': feedSearchEngine(searchEngine),
    'reconcile-search-engine': reconcileSearchEngine(searchEngine),
    // Whatever changes a document goes by the outbox too. One waiting job is enough for all of them.
    'drain-outbox': followedBy(drainOutbox, 'feed-search-engine'),
  }
  const taskList: TaskList = Object.fromEntries(
    Object.entries({ ...jobs, ...engineJobs, ...(mail && { 'send-mail': sendMail(mail) }) }).map(([name, job]) => [
      name,
      (_payload, helpers) => job(systemContext(platform, `job:${helpers.job.id}`), log),
    ]),
  )
  const runner = await run({
    pgPool: platform.pool,
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 1000,
    taskList,
    crontab: [crontab, ...(searchEngine ? engineCrontab : []), ...(mail ? ['* * * * * send-mail ?max=1'] : [])].join('\n'),
    logger: logToPino(log),
  })
  return runner
}

/** Wakes another job after a job; ten writers a second wake it once. */
function followedBy(job: Job, next: string): Job {
  return async (context, log) => {
    await job(context, log)
    await context.pool.query('SELECT graphile_worker.add_job($1, job_key := $1)', [next])
  }
}

/** The worker's own context: it records what the calendar makes true, and decides nothing. */
export function systemContext(platform: Platform, requestId: string): UseCaseContext {
  return { ...platform, viewer: systemViewer, requestId }
}
