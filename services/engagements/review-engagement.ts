import type { z } from 'zod'
import { reviewRulesOn } from '#domain/engagements/review-rule-set.ts'
import { decideReview } from '#domain/engagements/review.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { citeBasis } from '#domain/kernel/rule-set.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { acceptOpenDeliverable } from './accept-deliverable.ts'
import { engagementStepInput } from './engagement-step-input.ts'
import { isContractBacked } from './is-contract-backed.ts'
import { acceptedAtOf, lockReviewable } from './lock-reviewable.ts'
import { marksInput } from './review-input.ts'

export const reviewEngagementInput = engagementStepInput.extend(marksInput.shape)

/**
 * One of the three raters reviews an engagement 服务评价 in five dimensions within the window (rulebook R4): owner, competent authority or
 * centre, whichever the viewer is. It counts in the intermediary's score at once. The owner's review accepts a result that still waits.
 * Answers with the engagement's id.
 */
export async function reviewEngagement(context: UseCaseContext, input: z.input<typeof reviewEngagementInput>): Promise<string> {
  const parsed = parseInput(reviewEngagementInput, input)
  const command = { operation: 'reviewEngagement', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const { tx, now } = unit
    const { row, rater, organisationId } = await lockReviewable(unit, parsed)
    const { quality, timeliness, attitude, fees, conduct, comment } = parsed
    const marks = { quality, timeliness, attitude, fees, conduct }
    const rules = unwrap(reviewRulesOn(shanghaiDayOf(now)))
    const reviewable = {
      state: row.state,
      deliveredAt: row.deliveredAt,
      acceptedAt: acceptedAtOf(row),
      isContractBacked: await isContractBacked(tx, row.id),
      isReviewed: row.reviews.some((one) => one.rater === rater),
    }
    const { acceptsResult } = unwrap(decideReview(rater, reviewable, marks, { now, calendar: await loadCalendar(tx), rules }))
    if (acceptsResult) await acceptOpenDeliverable(unit, row.id, 'REVIEW')
    else await tx.engagement.update({ where: { id: row.id }, data: { version: { increment: 1 } } })
    const id = await saveReview(unit, { engagementId: row.id, rater, ...marks, comment, organisationId })
    await unit.audit({
      action: 'engagements.review',
      entity: 'Engagement',
      entityId: row.id,
      after: { number: row.number, reviewId: id, rater, ...marks },
      basis: citeBasis(rules.parameters.windowWorkingDays.basis),
    })
    await refreshStanding(unit, row.intermediary.subjectId)
    await unit.outbox('reviews.given', 'ServiceReview', id)
    return row.id
  })
}

type NewReview = Parameters<UnitOfWork['tx']['serviceReview']['create']>[0]['data']

/** The review and its first version. */
async function saveReview(
  { tx, now, viewer }: UnitOfWork,
  review: Pick<NewReview, 'rater' | 'comment' | 'organisationId'> & Marks,
): Promise<string> {
  const { engagementId, rater, organisationId, ...said } = review
  const given = { ...said, ratedById: viewer.userId ?? '', recordedAt: now }
  const { id } = await tx.serviceReview.create({
    data: { engagementId, rater, organisationId, ...given, versions: { create: [{ version: 1, ...given }] } },
  })
  return id
}

interface Marks {
  readonly engagementId: string
  readonly quality: number
  readonly timeliness: number
  readonly attitude: number
  readonly fees: number
  readonly conduct: number
}
