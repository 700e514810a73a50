import { runDueRatings } from '#services/credit/run-rating.ts'
import { runSimulations } from '#services/credit/run-simulation.ts'
import type { Job } from './worker.ts'

/** A version of the rating rules that came into force is applied to everyone; drafts are tried on everyone's history. */
export const rateCompletely: Job = async (context, log) => {
  const rated = await runDueRatings(context)
  if (rated > 0) log.info({ rated }, 'subjects rated under a new version')
  const compared = await runSimulations(context)
  if (compared > 0) log.info({ compared }, 'subjects compared under a draft')
}
