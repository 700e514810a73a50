import { sweepDueCommitments } from '#services/commitments/sweep-due-commitments.ts'
import type { Job } from './worker.ts'

/** Turns every commitment whose due day has ended into a miss, once (rulebook R1). */
export const sweepCommitments: Job = async (context, log) => {
  const { missed, unjudged } = await sweepDueCommitments(context)
  if (missed > 0) log.info({ missed }, 'commitments missed')
  for (const [year, commitments] of Object.entries(unjudged))
    log.error({ year: Number(year), commitments }, `calendar for ${year} not loaded: these commitments cannot be judged`)
}
