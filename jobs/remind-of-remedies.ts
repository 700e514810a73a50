import { remindOfRemedies as remind } from '#services/remedies/remind-of-remedies.ts'
import type { Job } from './worker.ts'

/** Reminds of the answers that fall due to appeals, repairs and objections to data; each once. */
export const remindOfRemedies: Job = async (context, log) => {
  const sent = await remind(context)
  if (sent > 0) log.info({ sent }, 'reminders of remedies were sent')
}
