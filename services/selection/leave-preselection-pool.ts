import { z } from 'zod'
import { lockEntry } from '../intermediaries/changing-firm.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { demandOpenPool, lockPreselectionPool } from './lock-preselection-pool.ts'
import { saveLeaving } from './preselection-passage.ts'

export const leavePreselectionPoolInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
})

/**
 * A firm leaves a pool of its own will; it may come back at any time. What it signed up for already is judged at its next check.
 * @returns the pool's id @throws RefusedError NOT_PRESELECTED, POOL_ENDED · NotFoundError · ForbiddenError
 */
export async function leavePreselectionPool(context: UseCaseContext, input: z.input<typeof leavePreselectionPoolInput>): Promise<string> {
  const parsed = parseInput(leavePreselectionPoolInput, input)
  const command = { operation: 'leavePreselectionPool', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { subjectId } = unit.viewer
    demand(context, 'preselection.join', { intermediarySubjectId: subjectId })
    const firm = await lockEntry(unit, subjectId ?? '')
    const pool = await lockPreselectionPool(unit, parsed.number)
    demandOpenPool(unit, pool)
    return saveLeaving(unit, pool, firm, { code: 'LEFT' })
  })
}
