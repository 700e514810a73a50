import { z } from 'zod'
import { decideTerminationAnswer } from '#domain/engagements/termination.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { endEngagement } from './end-engagement.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { loadEngagementRecord } from './load-engagement-record.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'
import { toSide } from './to-contract-version.ts'

export const answerTerminationInput = engagementStepInput.extend({ isAgreed: z.boolean() })

/**
 * Answers the other side's proposal to end the engagement by agreement, or takes the own one back. Answers with the engagement's id.
 * @throws RefusedError NO_TERMINATION_PROPOSAL, OWN_PROPOSAL
 */
export async function answerTermination(context: UseCaseContext, input: z.input<typeof answerTerminationInput>): Promise<string> {
  const parsed = parseInput(answerTerminationInput, input)
  const command = { operation: 'answerTermination', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row, side } = await lockEngagementParty(unit, parsed)
    const { isAgreed } = parsed
    const record = await loadEngagementRecord(unit.tx, row, unit.now)
    const { isEnded } = unwrap(decideTerminationAnswer(record, { side, isAgreed }))
    const { terminationReasons, terminationSide } = row
    if (isEnded) {
      const proposed = { side: toSide(terminationSide ?? ''), reasons: terminationReasons ?? '' }
      return endEngagement(unit, row, { cause: 'MUTUAL', ...proposed, lateWorkingDays: 0 })
    }
    const dropped = { terminationCause: null, terminationSide: null, terminationReasons: null, terminatedById: null }
    return saveEngagementStep(unit, row, dropped, {
      action: 'engagements.dropTermination',
      topic: 'engagements.terminationDropped',
      after: { side, isAgreed },
    })
  })
}
