import { z } from 'zod'
import { decideOwnerReview } from '#domain/engagements/owner-review.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { lockEngagement } from './lock-engagement.ts'

const mark = z.number().int().min(1).max(5)

export const reviewEngagementInput = engagementStepInput.extend({
  quality: mark,
  timeliness: mark,
  attitude: mark,
  fees: mark,
  conduct: mark,
  comment: z.string().trim().max(2000),
})

/**
 * The owner reviews a delivered engagement 服务评价 in five dimensions within the window (rulebook R4); it completes the engagement
 * and counts in the intermediary's score at once. Answers with the engagement's id.
 */
export async function reviewEngagement(context: UseCaseContext, input: z.input<typeof reviewEngagementInput>): Promise<string> {
  const parsed = parseInput(reviewEngagementInput, input)
  const command = { operation: 'reviewEngagement', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockEngagement(unit, 'OWNER', parsed)
    const { quality, timeliness, attitude, fees, conduct, comment } = parsed
    const rules = { now: unit.now, calendar: await loadCalendar(unit.tx) }
    const { marks } = unwrap(decideOwnerReview(row, { quality, timeliness, attitude, fees, conduct }, rules))
    const ratedById = context.viewer.userId ?? ''
    await unit.tx.serviceReview.create({
      data: { engagementId: row.id, rater: 'OWNER', ...marks, comment, ratedById, recordedAt: unit.now },
    })
    await unit.tx.engagement.update({ where: { id: row.id }, data: { state: 'COMPLETED', version: { increment: 1 } } })
    await unit.audit({
      action: 'engagements.review',
      entity: 'Engagement',
      entityId: row.id,
      before: { state: row.state },
      after: { number: row.number, state: 'COMPLETED', ...marks },
    })
    await refreshStanding(unit, row.intermediary.subjectId)
    await unit.outbox('engagements.reviewed', 'Engagement', row.id)
    return row.id
  })
}
