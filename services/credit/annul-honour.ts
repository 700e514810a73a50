import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { annulCreditEvent } from './annul-credit-event.ts'

export const annulHonourInput = z.object({
  clientMutationId: z.string().min(1).max(200),
  key: z.uuid(),
  reason: z.string().trim().min(5).max(500),
})

/**
 * Takes an honour back, with reasons, by another officer than who recorded it.
 * @returns the credit event's id
 * @throws RefusedError ALREADY_ANNULLED · NotFoundError for what is no honour · ForbiddenError
 */
export async function annulHonour(context: UseCaseContext, input: z.input<typeof annulHonourInput>): Promise<string> {
  const { clientMutationId, key, reason } = parseInput(annulHonourInput, input)
  return runUseCase(context, { operation: 'annulHonour', clientMutationId, input: { key, reason } }, async (unit) => {
    const event = await unit.tx.creditEvent.findFirst({ where: { id: key, kind: 'HONOUR' } })
    if (!event) throw new NotFoundError('CreditEvent')
    demand(context, 'honour.annul', { concernedSubjectId: event.subjectId, reporterUserId: event.recordedById })
    if (event.annulledAt) throw new RefusedError({ code: 'ALREADY_ANNULLED' })
    await annulCreditEvent(unit, key, reason)
    await unit.outbox('credit.honourAnnulled', 'CreditEvent', key)
    return key
  })
}
