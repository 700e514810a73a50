import { z } from 'zod'
import { decideRaising } from '#domain/engagements/dispute.ts'
import { nextNumber } from '../kernel/next-number.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveDisputeStep } from './save-dispute-step.ts'
import { toDispute } from './to-dispute.ts'

export const raiseDisputeInput = engagementStepInput.extend({ matter: z.string().trim().min(10).max(4000) })

/**
 * One side raises a dispute 争议; the other and the supervising office are told. Answers with the engagement's id.
 * @throws RefusedError DISPUTE_OPEN
 */
export async function raiseDispute(context: UseCaseContext, input: z.input<typeof raiseDisputeInput>): Promise<string> {
  const parsed = parseInput(raiseDisputeInput, input)
  const command = { operation: 'raiseDispute', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row, side } = await lockEngagementParty(unit, parsed)
    unwrap(decideRaising(row.disputes.map(toDispute)))
    const { matter } = parsed
    const number = await nextNumber(unit, 'DISPUTE')
    const { id } = await unit.tx.engagementDispute.create({
      data: { number, engagementId: row.id, raisedBySide: side, raisedById: unit.viewer.userId ?? '', raisedAt: unit.now, matter },
    })
    const after = { dispute: number, side, matter }
    await saveDisputeStep(unit, row, { disputeId: id, action: 'disputes.raise', topic: 'disputes.raised', after })
    return row.id
  })
}
