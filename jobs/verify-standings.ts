import { verifyAllStandings } from '#services/credit/verify-standings.ts'
import type { Job } from './worker.ts'

/** Proves daily that every kept standing equals the one rebuilt from its facts; a difference is a bug and is logged as one. */
export const verifyStandings: Job = async (context, log) => {
  const { checked, differing } = await verifyAllStandings(context)
  if (differing.length > 0) log.error({ checked, differing }, 'credit standings differ from their facts')
  else log.info({ checked }, 'credit standings equal their facts')
}
