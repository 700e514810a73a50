import type { CreditEvent } from '#domain/credit/credit-fact.ts'
import type { Tx } from '#prisma/client.ts'

interface Row {
  readonly subjectId: string
  /** One array an event: short, because there are millions of them at a complete re-rating. */
  readonly events: readonly (readonly [string, CreditEvent['kind'], number, string, string, string | null, string | null])[]
}

/**
 * The scored facts of many subjects by one statement, a row a subject: a complete re-rating reads millions, and the database packs them
 * faster than they could be read one by one.
 */
export async function loadCreditEvents(tx: Tx, subjectIds: readonly string[]): Promise<ReadonlyMap<string, readonly CreditEvent[]>> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "subjectId", json_agg(json_build_array("id", "kind", "points", "clause", "countsFromOn", "countsUntilOn",
      ("annulledAt" AT TIME ZONE 'Asia/Shanghai')::date)) AS "events"
    FROM "CreditEvent" WHERE "subjectId" = ANY (${[...subjectIds]}::uuid[]) GROUP BY "subjectId"`
  return new Map(
    rows.map(({ subjectId, events }) => [
      subjectId,
      events.map(([eventId, kind, points, clause, countsFromOn, countsUntilOn, annulledOn]) => ({
        ...{ eventId, kind, points, clause, countsFromOn, countsUntilOn, annulledOn },
      })),
    ]),
  )
}
