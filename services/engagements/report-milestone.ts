import { z } from 'zod'
import { decideReport } from '#domain/engagements/milestone.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { toMilestoned } from './engagement-milestones.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

export const milestoneStepInput = engagementStepInput.extend({ sequence: z.number().int().min(1) })

/**
 * The intermediary says that a milestone is done. Answers with the engagement's id.
 * @throws RefusedError MILESTONE_UNKNOWN, MILESTONE_DONE, CONTRACT_REQUIRED
 */
export async function reportMilestone(context: UseCaseContext, input: z.input<typeof milestoneStepInput>): Promise<string> {
  const parsed = parseInput(milestoneStepInput, input)
  const command = { operation: 'reportMilestone', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row } = await lockEngagementParty(unit, parsed, 'INTERMEDIARY')
    const sequence = unwrap(decideReport(toMilestoned(row), parsed.sequence))
    await unit.tx.milestone.update({
      where: { engagementId_sequence: { engagementId: row.id, sequence } },
      data: { doneAt: unit.now, doneById: unit.viewer.userId },
    })
    return saveEngagementStep(
      unit,
      row,
      {},
      {
        action: 'engagements.reportMilestone',
        topic: 'engagements.milestoneReported',
        after: { sequence },
      },
    )
  })
}
