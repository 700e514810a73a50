import { publishPlatformMean } from '#services/credit/publish-platform-mean.ts'
import type { Job } from './worker.ts'

/** Each month the mean towards which scores with few reviews are shrunk. */
export const publishMean: Job = async (context, log) => {
  const published = await publishPlatformMean(context)
  if (published) log.info({ ...published }, 'platform mean published')
}
