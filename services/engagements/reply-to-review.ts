import { z } from 'zod'
import { decideReply } from '#domain/engagements/review.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockReview } from './lock-review.ts'
import { reviewStepInput } from './review-input.ts'

export const replyToReviewInput = reviewStepInput.extend({ reply: z.string().trim().min(1).max(2000) })

/** The reviewed intermediary replies 回复, publicly and once (rulebook R4). Answers with the review's id. */
export async function replyToReview(context: UseCaseContext, input: z.input<typeof replyToReviewInput>): Promise<string> {
  const parsed = parseInput(replyToReviewInput, input)
  const command = { operation: 'replyToReview', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const row = await lockReview(unit, 'review.reply', parsed.reviewId)
    unwrap(decideReply(row))
    const { reply } = parsed
    await tx.serviceReview.update({ where: { id: row.id }, data: { reply, repliedAt: now, repliedById: viewer.userId } })
    await unit.audit({
      action: 'reviews.reply',
      entity: 'ServiceReview',
      entityId: row.id,
      after: { number: row.engagement.number, rater: row.rater, reply },
    })
    await unit.outbox('reviews.replied', 'ServiceReview', row.id)
    return row.id
  })
}
