import { z } from 'zod'
import { decideStatement } from '#domain/engagements/dispute.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { openDisputeOf } from './open-dispute-of.ts'
import { saveDisputeStep } from './save-dispute-step.ts'
import { toDispute } from './to-dispute.ts'

export const stateOnDisputeInput = engagementStepInput.extend({ statement: z.string().trim().min(1).max(4000) })

/**
 * The side that a dispute was raised against states its case, once. Answers with the engagement's id.
 * @throws RefusedError DISPUTE_NOT_YOURS, DISPUTE_STATED · NotFoundError where none is open
 */
export async function stateOnDispute(context: UseCaseContext, input: z.input<typeof stateOnDisputeInput>): Promise<string> {
  const parsed = parseInput(stateOnDisputeInput, input)
  const command = { operation: 'stateOnDispute', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row, side } = await lockEngagementParty(unit, parsed)
    const dispute = openDisputeOf(row)
    unwrap(decideStatement(toDispute(dispute), side))
    const { statement } = parsed
    await unit.tx.engagementDispute.update({ where: { id: dispute.id }, data: { statement, statedAt: unit.now } })
    const after = { dispute: dispute.number, side, statement }
    await saveDisputeStep(unit, row, { disputeId: dispute.id, action: 'disputes.state', topic: 'disputes.stated', after })
    return row.id
  })
}
