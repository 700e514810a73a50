import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { demandKeeper, demandOpenPool, lockFirmByCode, lockPreselectionPool } from './lock-preselection-pool.ts'
import { saveJoining } from './preselection-passage.ts'

export const preselectionPassageInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  uscc: z.string().trim().min(1).max(40),
  /** Told to everyone. */
  reasons: z.string().trim().min(5).max(2000),
})

/**
 * The office that keeps a pool admits a firm, openly: the reasons stand on the public page. The form check is made all the same, so no office
 * can let in whom the list keeps out.
 * @returns the pool's id
 * @throws RefusedError as `joinPreselectionPool` · ValidationError · NotFoundError · ForbiddenError for another office's pool
 */
export async function admitToPreselectionPool(context: UseCaseContext, input: z.input<typeof preselectionPassageInput>): Promise<string> {
  const parsed = parseInput(preselectionPassageInput, input)
  const command = { operation: 'admitToPreselectionPool', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    await demandKeeper(unit, parsed.number)
    const firm = await lockFirmByCode(unit, parsed.uscc)
    const pool = await lockPreselectionPool(unit, parsed.number)
    demandOpenPool(unit, pool)
    return saveJoining(unit, pool, firm, { code: 'ADMITTED', reasons: parsed.reasons })
  })
}
