import { z } from 'zod'
import { decidePlanning } from '#domain/engagements/milestone.ts'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { toMilestoned } from './engagement-milestones.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagementParty } from './lock-engagement-party.ts'
import { saveEngagementStep } from './save-engagement-step.ts'

export const planMilestoneInput = engagementStepInput.extend({
  title: z.string().trim().min(1).max(200),
  dueOn: z.string().refine(isCalendarDay, 'DAY_INVALID'),
})

/**
 * Plans a milestone 节点 of the work under the contract; either side may. Answers with the engagement's id.
 * @throws RefusedError CONTRACT_REQUIRED, MILESTONE_AFTER_DELIVERY, MILESTONES_TOO_MANY
 */
export async function planMilestone(context: UseCaseContext, input: z.input<typeof planMilestoneInput>): Promise<string> {
  const parsed = parseInput(planMilestoneInput, input)
  const command = { operation: 'planMilestone', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { row, side } = await lockEngagementParty(unit, parsed)
    const { title, dueOn } = parsed
    const sequence = unwrap(decidePlanning(toMilestoned(row), dueOn))
    await unit.tx.milestone.create({ data: { engagementId: row.id, sequence, title, dueOn: toDbDay(dueOn) } })
    return saveEngagementStep(
      unit,
      row,
      {},
      {
        action: 'engagements.planMilestone',
        topic: 'engagements.milestonePlanned',
        after: { sequence, title, dueOn, side },
      },
    )
  })
}
