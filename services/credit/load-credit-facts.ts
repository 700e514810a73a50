import type { ToleranceBreach, ToleranceListing } from '#domain/commitments/tolerance-trigger.ts'
import type { CreditEvent, CreditReview } from '#domain/credit/credit-fact.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { InterimSuspension } from '#domain/listings/interim-suspension.ts'
import type { ListEntry } from '#domain/listings/list-entry.ts'
import type { Tx } from '#prisma/client.ts'
import { fromDbDay } from '#prisma/db-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { listEntryFacts, toListEntry } from '../listings/to-list-entry.ts'
import { loadCreditReviews } from './load-credit-reviews.ts'
import { loadSubjectRecords } from './load-subject-records.ts'
import type { SubjectRecord } from './load-subject-records.ts'

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
  listEntries: { include: listEntryFacts },
  suspensions: true,
  breaches: true,
  violationCases: { where: { triggerBreachId: { not: null } }, include: { listEntries: true } },
} as const satisfies Prisma.SubjectInclude

type SubjectRow = Prisma.SubjectGetPayload<{ select: typeof included }>

type Findings = Omit<CreditFacts, 'listedOn' | 'events' | 'reviews'>
const noFindings: Findings = { entries: [], suspensions: [], breaches: [], toleranceListings: [] }

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
  const subjects = await loadSubjectRecords(tx, subjectIds)
  const findings = await loadFindings(tx, idsOf(subjects, 'hasFindings'))
  const reviewed = idsOf(subjects, 'isReviewed')
  const reviews = reviewed.length > 0 ? await loadCreditReviews(tx, reviewed) : new Map<string, readonly CreditReview[]>()
  return new Map(
    subjects.map(({ id, listedOn, events }) => [
      id,
      { listedOn, ...(findings.get(id) ?? noFindings), events, reviews: reviews.get(id) ?? [] },
    ]),
  )
}

const idsOf = (subjects: readonly SubjectRecord[], name: 'hasFindings' | 'isReviewed'): string[] =>
  subjects.filter((subject) => subject[name]).map(({ id }) => id)

async function loadFindings(tx: Tx, subjectIds: string[]): Promise<ReadonlyMap<string, Findings>> {
  if (subjectIds.length === 0) return new Map()
  const subjects = await tx.subject.findMany({ where: { id: { in: subjectIds } }, select: { id: true, ...included } })
  return new Map(subjects.map((subject) => [subject.id, findingsOf(subject)]))
}

function findingsOf(subject: SubjectRow): Findings {
  return {
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
