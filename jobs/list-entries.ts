import { listDueEntries } from '#services/intermediaries/list-due-entries.ts'
import type { Job } from './worker.ts'

/** Enters into the register what was in publicity for its days without objection, once (rulebook R3). */
export const listEntries: Job = async (context, log) => {
  const { listed, sentBack } = await listDueEntries(context)
  if (listed + sentBack > 0) log.info({ listed, sentBack }, 'entries listed')
}
