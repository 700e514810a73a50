import { reRateDueSubjects } from '#services/credit/re-rate-due-subjects.ts'
import type { Job } from './worker.ts'

/** Scores some of whose facts stopped counting, and those shrunk towards a mean that was replaced, are computed again. */
export const reRateDue: Job = async (context, log) => {
  const rated = await reRateDueSubjects(context)
  if (rated > 0) log.info({ rated }, 'scores renewed')
}
