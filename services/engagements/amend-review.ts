import type { z } from 'zod'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { decideAmendment } from '#domain/engagements/review.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { isRatersOwn, lockReview } from './lock-review.ts'
import { lockReviewable } from './lock-reviewable.ts'
import { marksInput, reviewStepInput } from './review-input.ts'

export const amendReviewInput = reviewStepInput.extend(marksInput.shape)

/**
 * The rater amends the own review, once, within 3 working days (rulebook R4). What it said before is kept as a version, and past dates keep
 * counting it. New words are not the hidden ones: a moderation ends with the words it hid. Answers with the review's id.
 */
export async function amendReview(context: UseCaseContext, input: z.input<typeof amendReviewInput>): Promise<string> {
  const parsed = parseInput(amendReviewInput, input)
  const command = { operation: 'amendReview', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now, viewer } = unit
    const row = await lockReview(unit, 'review.give', parsed.reviewId)
    if (!isRatersOwn(viewer, row)) throw new NotFoundError('ServiceReview')
    // The body may have changed since, or somebody may have joined the firm: whoever amends must be one who could rate today.
    await lockReviewable(unit, { number: row.engagement.number })
    const { quality, timeliness, attitude, fees, conduct, comment } = parsed
    const marks = { quality, timeliness, attitude, fees, conduct }
    const rules = unwrap(reviewRulesOn(shanghaiDayOf(row.recordedAt)))
    unwrap(decideAmendment(row, marks, { now, calendar: await loadCalendar(tx), rules }))
    const said = { ...marks, comment }
    const version = 1 + (await tx.serviceReviewVersion.count({ where: { reviewId: row.id } }))
    await tx.serviceReviewVersion.create({
      data: { reviewId: row.id, version, ...said, ratedById: viewer.userId ?? '', recordedAt: now },
    })
    const isNewComment = comment !== row.comment
    await tx.serviceReview.update({
      where: { id: row.id },
      data: { ...said, amendedAt: now, ...(isNewComment && { moderatedPart: withoutComment(row.moderatedPart) }) },
    })
    await unit.audit({
      action: 'reviews.amend',
      entity: 'ServiceReview',
      entityId: row.id,
      before: { quality: row.quality, timeliness: row.timeliness, attitude: row.attitude, fees: row.fees, conduct: row.conduct },
      after: { number: row.engagement.number, rater: row.rater, ...marks },
      basis: citeBasis(rules.parameters.amendmentWorkingDays.basis),
    })
    await refreshStanding(unit, row.engagement.intermediary.subjectId)
    await unit.outbox('reviews.amended', 'ServiceReview', row.id)
    return row.id
  })
}

const withoutComment = (part: string | null): string | null => (part === 'BOTH' || part === 'REPLY' ? 'REPLY' : null)
