import type { CreditReview } from '#domain/credit/credit-fact.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'
import type { Prisma } from '#prisma/generated/client.ts'

type ReviewRow = Prisma.ServiceReviewGetPayload<{
  include: { engagement: { select: { deliveredAt: true; intermediary: { select: { subjectId: true } } } }; versions: true }
}>

/** The reviews of many subjects as intermediaries, by subject. */
export async function loadCreditReviews(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, readonly CreditReview[]>> {
  const rows = await tx.serviceReview.findMany({
    where: { engagement: { intermediary: { subjectId: { in: [...subjectIds] } } } },
    include: {
      engagement: { select: { deliveredAt: true, intermediary: { select: { subjectId: true } } } },
      versions: { orderBy: { version: 'asc' } },
    },
  })
  const reviews = new Map<string, CreditReview[]>()
  for (const row of rows) {
    const { subjectId } = row.engagement.intermediary
    reviews.set(subjectId, [...(reviews.get(subjectId) ?? []), ...versionsOf(row)])
  }
  return reviews
}

/**
 * A review as the score knows it: every version from the day it was said to the day the next one took its place, so that a past date gives
 * what stood then. Of two versions of one day the later stands. A review from before versions were kept is its own only one.
 */
function versionsOf({ engagement, annulledAt, versions, ...review }: ReviewRow): readonly CreditReview[] {
  const said = versions.length > 0 ? versions : [review]
  return said.map(({ quality, timeliness, attitude, fees, conduct, recordedAt }, index) => {
    const replacedAt = said[index + 1]?.recordedAt ?? annulledAt
    const endedAt = replacedAt !== null && annulledAt !== null && annulledAt < replacedAt ? annulledAt : replacedAt
    return {
      reviewId: review.id,
      engagementId: review.engagementId,
      rater: review.rater,
      dimensions: { quality, timeliness, attitude, fees, conduct },
      deliveredOn: shanghaiDayOf(engagement.deliveredAt ?? review.recordedAt),
      recordedOn: shanghaiDayOf(recordedAt),
      annulledOn: endedAt && shanghaiDayOf(endedAt),
    }
  })
}
