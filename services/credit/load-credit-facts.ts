import type { ToleranceBreach, ToleranceListing } from '#domain/commitments/tolerance-trigger.ts'
import type { CreditEvent, CreditReview } from '#domain/credit/credit-fact.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { InterimSuspension } from '#domain/listings/interim-suspension.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay, fromDbDayOrNull } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { listEntryFacts, toListEntry } from '../listings/to-list-entry.ts'

/** Everything on record about one subject that its standing follows from. */
export interface CreditFacts {
  readonly listedOn: CalendarDay | null
  readonly events: readonly CreditEvent[]
  readonly reviews: readonly CreditReview[]
  readonly entries: readonly ListEntry[]
  readonly suspensions: readonly InterimSuspension[]
  readonly breaches: readonly ToleranceBreach[]
  readonly toleranceListings: readonly ToleranceListing[]
}

const dayOf = (at: Date | null): CalendarDay | null => at && shanghaiDayOf(at)

type ReviewRow = Prisma.ServiceReviewGetPayload<{ include: { engagement: { select: { deliveredAt: true } }; versions: true } }>

/**
 * A review as the score knows it: every version from the day it was said to the day the next one took its place, so that a past date gives
 * what stood then. Of two versions of one day the later stands. A review from before versions were kept is its own only one.
 */
function versionsOf({ engagement, annulledAt, versions, ...review }: ReviewRow): readonly CreditReview[] {
  const said = versions.length > 0 ? versions : [review]
  return said.map(({ quality, timeliness, attitude, fees, conduct, recordedAt }, index) => {
    const replacedAt = said[index + 1]?.recordedAt ?? annulledAt
    return {
      reviewId: review.id,
      engagementId: review.engagementId,
      rater: review.rater,
      dimensions: { quality, timeliness, attitude, fees, conduct },
      deliveredOn: shanghaiDayOf(engagement.deliveredAt ?? review.recordedAt),
      recordedOn: shanghaiDayOf(recordedAt),
      annulledOn: dayOf(replacedAt !== null && annulledAt !== null && annulledAt < replacedAt ? annulledAt : replacedAt),
    }
  })
}

/** Loads the facts of one subject; annulled ones too, because past days are reproduced as they stood. */
export async function loadCreditFacts(tx: Tx, subjectId: string): Promise<CreditFacts> {
  const subject = await tx.subject.findUniqueOrThrow({
    where: { id: subjectId },
    include: {
      intermediary: { select: { id: true, listedOn: true } },
      events: true,
      listEntries: { include: listEntryFacts },
      suspensions: true,
      breaches: true,
      violationCases: { where: { triggerBreachId: { not: null } }, include: { listEntries: true } },
    },
  })
  const reviews = subject.intermediary
    ? await tx.serviceReview.findMany({
        where: { engagement: { intermediaryId: subject.intermediary.id } },
        include: { engagement: { select: { deliveredAt: true } }, versions: { orderBy: { version: 'asc' } } },
      })
    : []
  return {
    listedOn: fromDbDayOrNull(subject.intermediary?.listedOn ?? null),
    events: subject.events.map((event) => ({
      eventId: event.id,
      kind: event.kind,
      points: event.points,
      clause: event.clause,
      countsFromOn: fromDbDay(event.countsFromOn),
      countsUntilOn: fromDbDayOrNull(event.countsUntilOn),
      annulledOn: dayOf(event.annulledAt),
    })),
    reviews: reviews.flatMap(versionsOf),
    entries: subject.listEntries.map(toListEntry),
    suspensions: subject.suspensions.map((suspension) => ({
      suspensionId: suspension.id,
      fromOn: fromDbDay(suspension.fromOn),
      untilOn: fromDbDay(suspension.untilOn),
      liftedOn: dayOf(suspension.liftedAt),
    })),
    breaches: subject.breaches.map(({ id, commitmentId, kind, recordedAt, annulledAt }) => ({
      breachId: id,
      commitmentId,
      kind,
      recordedAt,
      annulledAt,
    })),
    toleranceListings: subject.violationCases.map((listingCase) => {
      const entry = listingCase.listEntries[0]
      return {
        listingId: listingCase.id,
        triggerBreachId: listingCase.triggerBreachId ?? '',
        state:
          listingCase.state === 'DECIDED_LISTED'
            ? 'LISTED'
            : listingCase.state === 'DECIDED_NOT_LISTED' || listingCase.state === 'CLOSED_NO_FINDING'
              ? 'NOT_LISTED'
              : 'OPEN',
        decidedAt: listingCase.decidedAt ?? listingCase.closedAt,
        annulledAt: entry?.status === 'ANNULLED' ? entry.endedAt : null,
        repairedAt: entry?.status === 'REPAIRED' ? entry.endedAt : null,
      }
    }),
  }
}
