import type { z } from 'zod'
import { commitmentTransitions } from '#domain/commitments/commitment-state.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { commitmentStepInput, lockCommitment, reasonText } from './lock-commitment.ts'
import { recordBreaches } from './record-breaches.ts'

export const markUntrueInput = commitmentStepInput.extend({ reason: reasonText })

/**
 * Finds a commitment untrue (R1.4, R1.5): the approval is revoked, both modes are held at once and the listing case opens. By a manager
 * of the agency that took it. Answers with the commitment's id.
 * @throws RefusedError COMMITMENT_CLOSED for one that was withdrawn or found untrue already
 */
export async function markUntrue(context: UseCaseContext, input: z.input<typeof markUntrueInput>): Promise<string> {
  const parsed = parseInput(markUntrueInput, input)
  const command = { operation: 'markUntrue', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockCommitment(unit, 'commitment.markUntrue', parsed)
    const { id, state } = locked
    if (!commitmentTransitions[state].includes('UNTRUE')) throw new RefusedError({ code: 'COMMITMENT_CLOSED', state })
    await recordBreaches(unit, [{ commitment: locked, kind: 'UNTRUE', breachedOn: shanghaiDayOf(unit.now), reason: parsed.reason }])
    return id
  })
}
