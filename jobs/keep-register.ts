import { completeExits } from '#services/intermediaries/complete-exits.ts'
import { remindOfExpiry } from '#services/intermediaries/remind-of-expiry.ts'
import type { Job } from './worker.ts'

/** What time does to the register: exits that wait for nothing any more take effect, certificates about to end are announced. */
export const keepRegister: Job = async (context, log) => {
  const { exited } = await completeExits(context)
  const { reminded } = await remindOfExpiry(context)
  if (exited + reminded > 0) log.info({ exited, reminded }, 'register kept')
}
