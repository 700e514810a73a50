import { keepEngagements as keep } from '#services/engagements/keep-engagements.ts'
import { sweepUploads } from '#services/files/sweep-uploads.ts'
import type { Job } from './worker.ts'

/** What time does to engagements and to files that were put to no use. */
export const keepEngagements: Job = async (context, log) => {
  const { accepted, overdue } = await keep(context)
  const { swept } = await sweepUploads(context)
  if (accepted + overdue + swept > 0) log.info({ accepted, overdue, swept }, 'engagements kept')
}
