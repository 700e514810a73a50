import type { UnitOfWork } from '../kernel/run-use-case.ts'

/**
 * Evaluates a selection once everything its rule rests on is there, and hands the result to publicity or fails the round. Does nothing
 * while something is still awaited (an explanation, scores, the draw). The caller holds the selection's row.
 */
export async function decideResult(unit: UnitOfWork, selectionId: string): Promise<void> {
  throw new Error(`not there yet: ${selectionId} ${unit.now.toISOString()}`)
}
