import type { CreditEvent } from '#domain/credit/credit-fact.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import type { Tx } from '#prisma/client.ts'

/** The scored facts of a subject, and what other kinds of facts there are of it. */
export interface SubjectRecord {
  readonly id: string
  readonly listedOn: CalendarDay | null
  readonly events: readonly CreditEvent[]
  /** List entries, suspensions, breaches or cases about them. */
  readonly hasFindings: boolean
  readonly isReviewed: boolean
}

/** One array an event: short, because there are millions of them at a complete re-rating. */
type PackedEvent = readonly [string, CreditEvent['kind'], number, string, string, string | null, string | null]

interface Row extends Omit<SubjectRecord, 'events'> {
  readonly events: readonly PackedEvent[] | null
}

/**
 * The records of many subjects by one statement, a row a subject: the database packs their events faster than they could be read one by
 * one. Most subjects were never listed, suspended or reviewed, and nothing more is read about those.
 */
export async function loadSubjectRecords(tx: Tx, subjectIds: readonly string[]): Promise<readonly SubjectRecord[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s."id", i."listedOn"::text AS "listedOn",
      (SELECT json_agg(json_build_array("id", "kind", "points", "clause", "countsFromOn", "countsUntilOn",
        ("annulledAt" AT TIME ZONE 'Asia/Shanghai')::date)) FROM "CreditEvent" WHERE "subjectId" = s."id") AS "events",
      EXISTS (SELECT FROM "ListEntry" WHERE "subjectId" = s."id") OR EXISTS (SELECT FROM "InterimSuspension" WHERE "subjectId" = s."id")
        OR EXISTS (SELECT FROM "CommitmentBreach" WHERE "subjectId" = s."id")
        OR EXISTS (SELECT FROM "ViolationCase" WHERE "subjectId" = s."id" AND "triggerBreachId" IS NOT NULL) AS "hasFindings",
      EXISTS (SELECT FROM "Engagement" e JOIN "ServiceReview" r ON r."engagementId" = e."id" WHERE e."intermediaryId" = i."id") AS "isReviewed"
    FROM "Subject" s LEFT JOIN "Intermediary" i ON i."subjectId" = s."id" WHERE s."id" = ANY (${[...subjectIds]}::uuid[])`
  return rows.map((row) => ({ ...row, events: (row.events ?? []).map(unpack) }))
}

const unpack = ([eventId, kind, points, clause, countsFromOn, countsUntilOn, annulledOn]: PackedEvent): CreditEvent => ({
  ...{ eventId, kind, points, clause, countsFromOn, countsUntilOn, annulledOn },
})
