import { z } from 'zod'
import { decideModeration, moderatedParts, moderationGrounds } from '#domain/engagements/review-moderation.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockReview } from './lock-review.ts'
import { reviewStepInput } from './review-input.ts'
import { wordsOf } from './words-of-review.ts'

export const moderateReviewInput = reviewStepInput.extend({
  part: z.enum(moderatedParts).exclude(['BOTH']),
  ground: z.enum(moderationGrounds),
  /** What in the words it is; for the author and the auditor. */
  reasons: z.string().trim().min(1).max(1000),
})

/**
 * Hides 屏蔽 the comment or the reply of a review because it holds personal data or an insult, and for nothing else; the marks stay, the public
 * page says that words are hidden, on which ground and by which office, and the author is told. Answers with the review's id.
 */
export async function moderateReview(context: UseCaseContext, input: z.input<typeof moderateReviewInput>): Promise<string> {
  const parsed = parseInput(moderateReviewInput, input)
  const command = { operation: 'moderateReview', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const row = await lockReview(unit, 'review.moderate', parsed.reviewId)
    const { part, ground, reasons } = parsed
    const moderatedPart = unwrap(decideModeration(wordsOf(row), part))
    await tx.serviceReview.update({
      where: { id: row.id },
      data: { moderatedPart, moderationGround: ground, moderatedAt: now, moderatedById: viewer.userId },
    })
    await unit.audit({
      action: 'reviews.moderate',
      entity: 'ServiceReview',
      entityId: row.id,
      before: { moderatedPart: row.moderatedPart },
      after: { number: row.engagement.number, rater: row.rater, moderatedPart, ground, reasons },
    })
    await unit.outbox('reviews.moderated', 'ServiceReview', row.id)
    return row.id
  })
}
