import type { z } from 'zod'
import { feeScheduleSchema } from '#domain/catalogue/fee-schedule.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { auditOffering, demandListed, lockOwnFirm, ownOffering } from './lock-own-firm.ts'
import { offeringStepInput } from './offering-input.ts'
import { saveOffering } from './save-offering.ts'

/**
 * An intermediary offers again what it had withdrawn, as it stood; catalogue, certificates and ceiling of today are asked as for a new one.
 * @returns the offering's id
 * @throws RefusedError OFFERING_NOT_WITHDRAWN, INTERMEDIARY_NOT_LISTED, and as `saveOffering` · ConcurrentChangeError
 */
export async function resumeOffering(context: UseCaseContext, input: z.input<typeof offeringStepInput>): Promise<string> {
  const parsed = parseInput(offeringStepInput, input)
  const { clientMutationId, reason } = parsed
  return runUseCase(context, { operation: 'resumeOffering', clientMutationId, input: parsed }, async (unit) => {
    const firm = await lockOwnFirm(unit)
    demandListed(firm)
    const current = await ownOffering(unit, firm, parsed)
    if (!current.isWithdrawn) throw new RefusedError({ code: 'OFFERING_NOT_WITHDRAWN', itemCode: current.serviceItemCode })
    const wanted = { ...current, feeSchedule: feeScheduleSchema.parse(current.feeSchedule) }
    const id = await saveOffering(unit, firm, wanted, { current, reason })
    return auditOffering(unit, 'offerings.resume', id, current, reason)
  })
}
