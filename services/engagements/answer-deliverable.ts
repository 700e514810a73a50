import { z } from 'zod'
import { decideAnswer } from '#domain/engagements/deliverable.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { acceptOpenDeliverable } from './accept-deliverable.ts'
import { engagementStepInput, optionalText } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

export const answerDeliverableInput = engagementStepInput.extend({
  outcome: z.enum(['ACCEPTED', 'RETURNED']),
  reasons: optionalText,
})

/**
 * The owner accepts 验收 the version of the result that waits, or returns it with reasons 退回; a return opens the engagement again, and what was
 * delivered no longer counts as delivered. Answers with the engagement's id.
 * @throws RefusedError NO_DELIVERABLE_OPEN, RETURN_REASONS_REQUIRED
 */
export async function answerDeliverable(context: UseCaseContext, input: z.input<typeof answerDeliverableInput>): Promise<string> {
  const parsed = parseInput(answerDeliverableInput, input)
  const command = { operation: 'answerDeliverable', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const { row } = await lockEngagementParty(unit, parsed, 'OWNER')
    const { deliverableVersion, state } = unwrap(decideAnswer(row.deliverables, parsed))
    if (state === 'ACCEPTED') {
      await acceptOpenDeliverable(unit, row.id, 'OWNER')
      return row.id
    }
    await tx.deliverable.update({
      where: { engagementId_deliverableVersion: { engagementId: row.id, deliverableVersion } },
      data: { state, answeredById: viewer.userId, answeredAt: now, returnReasons: parsed.reasons },
    })
    const reopened = { state: 'ACTIVE' as const, deliveredAt: null, lateWorkingDays: null, deliveryNote: null, chargedFeeFen: null }
    return saveEngagementStep(unit, row, reopened, {
      action: 'engagements.returnDeliverable',
      topic: 'engagements.returned',
      after: { deliverableVersion, reasons: parsed.reasons },
    })
  })
}
