import { z } from 'zod'
import { demand } from '../kernel/use-case-context.ts'
import { lockEntry } from '../intermediaries/changing-firm.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { demandOpenPool, lockPreselectionPool } from './lock-preselection-pool.ts'
import { saveJoining } from './preselection-passage.ts'

export const joinPreselectionPoolInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  number: z.string().trim().min(1).max(40),
  /** The firm says that it meets the published conditions. */
  areConditionsMet: z.literal(true, 'CONDITIONS_NOT_CONFIRMED'),
})

/**
 * A firm joins a pool: it declares that it meets the published conditions, the form check looks at register, lists and certificates, and it
 * is in from this instant. Nobody's leave is asked (rulebook R3: open to every qualified institution).
 * @returns the pool's id
 * @throws RefusedError POOL_ENDED, ALREADY_PRESELECTED, REMOVED_FROM_POOL, INTERMEDIARY_…, QUALIFICATION_…, AFFILIATED_WITH_AGENCY,
 *   ITEM_CANCELLED · NotFoundError · ForbiddenError
 */
export async function joinPreselectionPool(context: UseCaseContext, input: z.input<typeof joinPreselectionPoolInput>): Promise<string> {
  const parsed = parseInput(joinPreselectionPoolInput, input)
  const command = { operation: 'joinPreselectionPool', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { subjectId } = unit.viewer
    demand(context, 'preselection.join', { intermediarySubjectId: subjectId })
    const firm = await lockEntry(unit, subjectId ?? '')
    const pool = await lockPreselectionPool(unit, parsed.number)
    demandOpenPool(unit, pool)
    return saveJoining(unit, pool, firm, { code: 'FORM_CHECK' })
  })
}
