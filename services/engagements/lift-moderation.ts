import { z } from 'zod'
import { decideLifting } from '#domain/engagements/review-moderation.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockReview } from './lock-review.ts'
import { reviewStepInput } from './review-input.ts'
import { wordsOf } from './words-of-review.ts'

export const liftModerationInput = reviewStepInput.extend({ reasons: z.string().trim().min(1).max(1000) })

/** Shows hidden words again, all of them; who had hidden them stays in the audit trail. Answers with the review's id. */
export async function liftModeration(context: UseCaseContext, input: z.input<typeof liftModerationInput>): Promise<string> {
  const parsed = parseInput(liftModerationInput, input)
  const command = { operation: 'liftModeration', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const row = await lockReview(unit, 'review.moderate', parsed.reviewId)
    unwrap(decideLifting(wordsOf(row)))
    const shown = { moderatedPart: null, moderationGround: null, moderatedAt: null, moderatedById: null }
    await unit.tx.serviceReview.update({ where: { id: row.id }, data: shown })
    await unit.audit({
      action: 'reviews.liftModeration',
      entity: 'ServiceReview',
      entityId: row.id,
      before: { moderatedPart: row.moderatedPart, ground: row.moderationGround, moderatedById: row.moderatedById },
      after: { number: row.engagement.number, rater: row.rater, reasons: parsed.reasons },
    })
    await unit.outbox('reviews.moderationLifted', 'ServiceReview', row.id)
    return row.id
  })
}
