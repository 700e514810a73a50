import { deemAccepted } from '#services/acceptance/deem-accepted.ts'
import type { Job } from './worker.ts'

/** Accepts what nobody gave a correction notice for in time (行政许可法 art. 32(4)); says loudly which cases it can't count. */
export const deemCasesAccepted: Job = async (context, log) => {
  const { deemed, stopped } = await deemAccepted(context)
  if (deemed > 0) log.info({ deemed }, 'cases deemed accepted')
  if (stopped.length > 0) log.error({ stopped }, 'cases whose days can’t be counted: load the calendar')
}
