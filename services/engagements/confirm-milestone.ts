import type { z } from 'zod'
import { decideConfirmation } from '#domain/engagements/milestone.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { toMilestoned } from './engagement-milestones.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { milestoneStepInput } from './report-milestone.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

/**
 * The owner confirms that a milestone was reached. Answers with the engagement's id.
 * @throws RefusedError MILESTONE_UNKNOWN, MILESTONE_NOT_DONE, MILESTONE_CONFIRMED
 */
export async function confirmMilestone(context: UseCaseContext, input: z.input<typeof milestoneStepInput>): Promise<string> {
  const parsed = parseInput(milestoneStepInput, input)
  const command = { operation: 'confirmMilestone', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row } = await lockEngagementParty(unit, parsed, 'OWNER')
    const sequence = unwrap(decideConfirmation(toMilestoned(row), parsed.sequence))
    await unit.tx.milestone.update({
      where: { engagementId_sequence: { engagementId: row.id, sequence } },
      data: { confirmedAt: unit.now },
    })
    return saveEngagementStep(
      unit,
      row,
      {},
      {
        action: 'engagements.confirmMilestone',
        topic: 'engagements.milestoneConfirmed',
        after: { sequence },
      },
    )
  })
}
