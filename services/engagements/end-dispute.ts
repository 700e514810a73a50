import { z } from 'zod'
import { decideEnding } from '#domain/engagements/dispute.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { openDisputeOf } from './open-dispute-of.ts'
import { saveDisputeStep } from './save-dispute-step.ts'
import { toDispute } from './to-dispute.ts'

export const endDisputeInput = engagementStepInput.extend({
  outcome: z.enum(['SETTLED', 'WITHDRAWN']),
  /** What was agreed, or why it is taken back. */
  note: z.string().trim().min(1).max(4000),
})

/**
 * Who raised a dispute ends it: settled with the other side, or taken back. Answers with the engagement's id.
 * @throws RefusedError DISPUTE_NOT_YOURS · NotFoundError where none is open
 */
export async function endDispute(context: UseCaseContext, input: z.input<typeof endDisputeInput>): Promise<string> {
  const parsed = parseInput(endDisputeInput, input)
  const command = { operation: 'endDispute', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row, side } = await lockEngagementParty(unit, parsed)
    const dispute = openDisputeOf(row)
    const state = unwrap(decideEnding(toDispute(dispute), { side, outcome: parsed.outcome }))
    const data = { state, outcome: parsed.note, endedAt: unit.now, endedById: unit.viewer.userId }
    await unit.tx.engagementDispute.update({ where: { id: dispute.id }, data })
    const after = { dispute: dispute.number, side, state, note: parsed.note }
    await saveDisputeStep(unit, row, { disputeId: dispute.id, action: 'disputes.end', topic: 'disputes.ended', after })
    return row.id
  })
}
