import type { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { auditOffering, demandListed, lockOwnFirm } from './lock-own-firm.ts'
import { offerServiceInput } from './offering-input.ts'
import { saveOffering } from './save-offering.ts'

/**
 * An intermediary offers a service of the catalogue (rulebook R3): choosable and searchable from the same instant.
 * @returns the offering's id
 * @throws RefusedError ITEM_ALREADY_OFFERED, INTERMEDIARY_NOT_LISTED, and as `saveOffering` · ForbiddenError
 */
export async function offerService(context: UseCaseContext, input: z.input<typeof offerServiceInput>): Promise<string> {
  const parsed = parseInput(offerServiceInput, input)
  const { clientMutationId, serviceItemCode } = parsed
  return runUseCase(context, { operation: 'offerService', clientMutationId, input: parsed }, async (unit) => {
    const firm = await lockOwnFirm(unit)
    demandListed(firm)
    const { intermediaryId } = firm
    const known = await unit.tx.serviceOffering.findUnique({
      where: { intermediaryId_serviceItemCode: { intermediaryId, serviceItemCode } },
      select: { isWithdrawn: true },
    })
    if (known) throw new RefusedError({ code: 'ITEM_ALREADY_OFFERED', itemCode: serviceItemCode, isWithdrawn: known.isWithdrawn })
    const id = await saveOffering(unit, firm, parsed, { current: null, reason: '' })
    return auditOffering(unit, 'offerings.offer', id, null, '')
  })
}
