import { runPendingImports } from '#services/bulk/run-pending-imports.ts'
import type { Job } from './worker.ts'

/** Checks and applies the imports that wait. */
export const runImports: Job = async (context, log) => {
  const { taken } = await runPendingImports(context)
  if (taken > 0) log.info({ taken }, 'imports checked or applied')
}
