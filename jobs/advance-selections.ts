import { advanceSelections as sweep } from '#services/selection/advance-selections.ts'
import type { Job } from './worker.ts'

/** Takes selections as far as the clock allows, once (rulebook R3). A problem with one is told and tried again by the next sweep. */
export const advanceSelections: Job = async (context, log) => {
  const { tried, problems } = await sweep(context)
  for (const { number, error } of problems) log.error({ selection: number, err: error }, 'a selection could not be advanced')
  // Most of them only wait; a line a minute for each would bury the rest.
  log.debug({ tried, failed: problems.length }, 'selections swept')
}
