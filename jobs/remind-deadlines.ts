import { remindOfDeadlines } from '#services/procedures/remind-of-deadlines.ts'
import type { Job } from './worker.ts'

/** Reminds parties and officers of the deadlines of their cases, each time once. */
export const remindDeadlines: Job = async (context, log) => {
  const { reminded, uncounted } = await remindOfDeadlines(context)
  if (reminded > 0) log.info({ reminded }, 'deadlines reminded of')
  if (uncounted > 0) log.error({ uncounted }, 'deadlines not counted: calendar not loaded')
}
