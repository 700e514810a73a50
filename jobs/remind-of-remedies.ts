import { remindOfRemedies as remind } from '#services/remedies/remind-of-remedies.ts'
import { warnOfAnswers } from '#services/remedies/warn-of-answers.ts'
import type { Job } from './worker.ts'

/** Reminds of the answers that fall due to appeals, repairs and objections to data, and warns supervision of late ones; each once. */
export const remindOfRemedies: Job = async (context, log) => {
  const sent = await remind(context)
  const warned = await warnOfAnswers(context)
  if (sent + warned > 0) log.info({ sent, warned }, 'reminders of remedies were sent')
}
