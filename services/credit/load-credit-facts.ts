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
import { loadCreditEvents } from './load-credit-events.ts'
import { loadCreditReviews } from './load-credit-reviews.ts'

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

const included = {
  intermediary: { select: { listedOn: true } },
  listEntries: { include: listEntryFacts },
  suspensions: true,
  breaches: true,
  violationCases: { where: { triggerBreachId: { not: null } }, include: { listEntries: true } },
} as const satisfies Prisma.SubjectInclude

type SubjectRow = Prisma.SubjectGetPayload<{ include: typeof included }>

/**
 * The facts of one subject; annulled ones too, because past days are reproduced as they stood.
 * @throws RangeError when there is no such subject
 */
export async function loadCreditFacts(tx: Tx, subjectId: string): Promise<CreditFacts> {
  const facts = (await loadCreditFactsOfMany(tx, [subjectId])).get(subjectId)
  if (!facts) throw new RangeError(`no subject ${subjectId}`)
  return facts
}

/** The same of many, by as many statements: a complete re-rating and a single one read alike. */
export async function loadCreditFactsOfMany(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, CreditFacts>> {
  const subjects = await tx.subject.findMany({ where: { id: { in: [...subjectIds] } }, include: included })
  const events = await loadCreditEvents(tx, subjectIds)
  const firms = subjects.filter(({ intermediary }) => intermediary !== null).map(({ id }) => id)
  const reviews = firms.length > 0 ? await loadCreditReviews(tx, firms) : new Map<string, readonly CreditReview[]>()
  return new Map(
    subjects.map((subject) => [
      subject.id,
      { ...factsOf(subject), events: events.get(subject.id) ?? [], reviews: reviews.get(subject.id) ?? [] },
    ]),
  )
}

function factsOf(subject: SubjectRow): Omit<CreditFacts, 'events' | 'reviews'> {
  return {
    listedOn: fromDbDayOrNull(subject.intermediary?.listedOn ?? null),
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
