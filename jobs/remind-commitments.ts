import { remindDueCommitments } from '#services/commitments/remind-due-commitments.ts'
import type { Job } from './worker.ts'

/** Reminds applicants of what they promised, five, three and one working days ahead and on the day; each once. */
export const remindCommitments: Job = async (context, log) => {
  const { reminded, unloadedYears } = await remindDueCommitments(context)
  if (reminded > 0) log.info({ reminded }, 'promises reminded of')
  for (const year of unloadedYears) log.error({ year }, `calendar for ${year} not loaded: reminders for days in it wait`)
}
