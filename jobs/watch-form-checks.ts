import { watchFormChecks as watch } from '#services/supervision/watch-form-checks.ts'
import type { Job } from './worker.ts'

/** Warns of form checks that are about to be late, or are (rulebook R7). */
export const watchFormChecks: Job = async (context, log) => {
  const { raised } = await watch(context)
  if (raised > 0) log.info({ raised }, 'form checks overdue or nearly so')
}
