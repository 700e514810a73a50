import type { UseCaseContext } from '../kernel/use-case-context.ts'

/**
 * Takes a selection's draw as far as it can go now: tries the rung in use, passes to the next when its deadline is over, draws when
 * randomness is there. Idempotent; called by the sweep.
 */
export async function advanceDraw(context: UseCaseContext, selectionId: string): Promise<void> {
  throw new Error(`not there yet: ${selectionId} ${context.requestId}`)
}
