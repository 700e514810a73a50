import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { auditOffering, demandListed, lockOwnFirm, ownOffering } from './lock-own-firm.ts'
import { changeOfferingInput } from './offering-input.ts'
import { saveOffering } from './save-offering.ts'

/**
 * An intermediary changes fee, days or divisions of an offering, at once and for the future: who has chosen keeps what was agreed, who
 * is about to choose is told that it changed. A sharp rise leaves an alert and is not hindered.
 * @returns the offering's id
 * @throws RefusedError OFFERING_WITHDRAWN, OFFERING_UNCHANGED, INTERMEDIARY_NOT_LISTED, and as `saveOffering` · ConcurrentChangeError
 */
export async function changeOffering(context: UseCaseContext, input: z.input<typeof changeOfferingInput>): Promise<string> {
  const parsed = parseInput(changeOfferingInput, input)
  const { clientMutationId, reason } = parsed
  return runUseCase(context, { operation: 'changeOffering', clientMutationId, input: parsed }, async (unit) => {
    const firm = await lockOwnFirm(unit)
    demandListed(firm)
    const current = await ownOffering(unit, firm, parsed)
    if (current.isWithdrawn) throw new RefusedError({ code: 'OFFERING_WITHDRAWN', itemCode: current.serviceItemCode })
    const id = await saveOffering(unit, firm, parsed, { current, reason })
    return auditOffering(unit, 'offerings.change', id, current, reason)
  })
}
