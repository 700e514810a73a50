import { watchPromises as watch } from '#services/supervision/watch-promises.ts'
import type { Job } from './worker.ts'

/** Warns of unusual use of tolerance (rulebook R7). */
export const watchPromises: Job = async (context, log) => {
  const { raised } = await watch(context)
  if (raised > 0) log.info({ raised }, 'unusual use of tolerance')
}
