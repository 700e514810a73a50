import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { preselectionPassageInput } from './admit-to-preselection-pool.ts'
import { demandKeeper, demandOpenPool, lockFirmByCode, lockPreselectionPool } from './lock-preselection-pool.ts'
import { saveLeaving } from './preselection-passage.ts'

/**
 * The office that keeps a pool takes out a firm that does not meet the published conditions. The reasons stand on the public page, and the
 * firm is told. Whoever is listed, suspended or without its certificate counts as out already, without this.
 * @returns the pool's id @throws RefusedError NOT_PRESELECTED, POOL_ENDED · ValidationError · NotFoundError · ForbiddenError
 */
export async function removeFromPreselectionPool(
  context: UseCaseContext,
  input: z.input<typeof preselectionPassageInput>,
): Promise<string> {
  const parsed = parseInput(preselectionPassageInput, input)
  const command = { operation: 'removeFromPreselectionPool', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    await demandKeeper(unit, parsed.number)
    const firm = await lockFirmByCode(unit, parsed.uscc)
    const pool = await lockPreselectionPool(unit, parsed.number)
    demandOpenPool(unit, pool)
    return saveLeaving(unit, pool, firm, { code: 'REMOVED', reasons: parsed.reasons })
  })
}
