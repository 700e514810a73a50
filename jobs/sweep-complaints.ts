import { sweepComplaints as sweep } from '#services/complaints/sweep-complaints.ts'
import type { Job } from './worker.ts'

/** Reminds offices of answers that fall due, warns of late ones, and forgets the networks that complaints came from (rulebook R7). */
export const sweepComplaints: Job = async (context, log) => {
  const { forgotten, reminded, warned } = await sweep(context)
  if (forgotten + reminded + warned > 0) log.info({ forgotten, reminded, warned }, 'complaints swept')
}
