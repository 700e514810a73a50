import { z } from 'zod'
import { decideTermination, terminationCauses, terminationRules } from '#domain/engagements/termination.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { endEngagement } from './end-engagement.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { loadEngagementRecord } from './load-engagement-record.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

export const terminateEngagementInput = engagementStepInput.extend({
  cause: z.enum(terminationCauses),
  reasons: z.string().trim().min(1).max(2000),
})

/**
 * One side ends the engagement 终止 for a cause that the record bears out, or proposes to end it by agreement. A result more than the limit late
 * is recorded as late delivery with it. Answers with the engagement's id.
 * @throws RefusedError TERMINATION_NOT_YOURS, TERMINATION_NOT_MET, TERMINATION_PROPOSED, RESULT_ACCEPTED, ENGAGEMENT_WRONG_STATE
 */
export async function terminateEngagement(context: UseCaseContext, input: z.input<typeof terminateEngagementInput>): Promise<string> {
  const parsed = parseInput(terminateEngagementInput, input)
  const command = { operation: 'terminateEngagement', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row, side } = await lockEngagementParty(unit, parsed)
    const { cause, reasons } = parsed
    const record = await loadEngagementRecord(unit.tx, row, unit.now)
    const { isEnded } = unwrap(decideTermination(record, { side, cause }))
    if (isEnded)
      return endEngagement(unit, row, { side, cause, reasons, lateWorkingDays: cause === 'DELIVERY_OVERDUE' ? record.lateWorkingDays : 0 })
    const proposed = { terminationCause: cause, terminationSide: side, terminationReasons: reasons, terminatedById: unit.viewer.userId }
    return saveEngagementStep(unit, row, proposed, {
      action: 'engagements.proposeTermination',
      topic: 'engagements.terminationProposed',
      after: { cause, side, reasons },
      basis: citeBasis(terminationRules[cause].basis),
    })
  })
}
