import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { auditOffering, lockOwnFirm, ownOffering } from './lock-own-firm.ts'
import { offeringStepInput } from './offering-input.ts'
import { withdrawSavedOffering } from './save-offering.ts'

/**
 * An intermediary takes an offering back, at any time: from this instant nobody can choose it; engagements go on as agreed.
 * @returns the offering's id
 * @throws RefusedError OFFERING_WITHDRAWN · ConcurrentChangeError
 */
export async function withdrawOffering(context: UseCaseContext, input: z.input<typeof offeringStepInput>): Promise<string> {
  const parsed = parseInput(offeringStepInput, input)
  const { clientMutationId, reason } = parsed
  return runUseCase(context, { operation: 'withdrawOffering', clientMutationId, input: parsed }, async (unit) => {
    const firm = await lockOwnFirm(unit)
    const current = await ownOffering(unit, firm, parsed)
    const id = await withdrawSavedOffering(unit, firm, current, reason)
    return auditOffering(unit, 'offerings.withdraw', id, current, reason)
  })
}
