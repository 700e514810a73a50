import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ConcurrentChangeError } from '../kernel/use-case-error.ts'
import { demandKeeper, demandOpenPool, lockPreselectionPool } from './lock-preselection-pool.ts'

export const closePreselectionPoolInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  version: z.number().int().min(1),
  /** Told to everyone. */
  reasons: z.string().trim().min(5).max(2000),
})

/**
 * The keeper closes a pool before its last day; from this instant nobody joins or signs up out of it. Its page stays.
 * @returns the pool's id @throws RefusedError POOL_ENDED · NotFoundError · ConcurrentChangeError · ForbiddenError
 */
export async function closePreselectionPool(context: UseCaseContext, input: z.input<typeof closePreselectionPoolInput>): Promise<string> {
  const parsed = parseInput(closePreselectionPoolInput, input)
  const command = { operation: 'closePreselectionPool', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    await demandKeeper(unit, parsed.number)
    const pool = await lockPreselectionPool(unit, parsed.number)
    if (pool.version !== parsed.version) throw new ConcurrentChangeError('PreselectionPool')
    demandOpenPool(unit, pool)
    const { id, number } = pool
    const closing = { closedAt: unit.now, closeReasons: parsed.reasons }
    await unit.tx.preselectionPool.update({ where: { id }, data: { ...closing, version: { increment: 1 } } })
    await unit.audit({ action: 'preselection.close', entity: 'PreselectionPool', entityId: id, after: { number, ...closing } })
    await unit.outbox('preselection.closed', 'PreselectionPool', id)
    return id
  })
}
