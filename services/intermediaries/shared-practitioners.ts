import type { Tx } from '#prisma/client.ts'

/** One person at two institutions or more, neither of which has left the register. */
export interface SharedPractitioner {
  readonly subjectId: string
  readonly name: string
  readonly identityMasked: string | null
  readonly institutions: readonly { readonly uscc: string; readonly name: string; readonly title: string }[]
}

/** Persons who are registered at several institutions now (rulebook R3), by name; a page of them, and how many there are. */
export async function sharedPractitioners(
  tx: Tx,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly people: readonly SharedPractitioner[] }> {
  const rows = await tx.$queryRaw<(SharedPractitioner & { total: bigint })[]>`
    SELECT p."id" AS "subjectId", p."name", p."identityMasked", count(*) OVER () AS "total",
      jsonb_agg(jsonb_build_object('uscc', s."uscc", 'name', s."name", 'title', x."title") ORDER BY s."name", s."uscc") AS "institutions"
    FROM "Practitioner" x JOIN "Subject" p ON p."id" = x."subjectId" JOIN "Intermediary" i ON i."id" = x."intermediaryId"
      JOIN "Subject" s ON s."id" = i."subjectId"
    WHERE i."status" <> 'EXITED' GROUP BY p."id" HAVING count(*) > 1
    ORDER BY p."name", p."id" LIMIT ${limit} OFFSET ${offset}`
  return { total: Number(rows[0]?.total ?? 0), people: rows.map(({ total: _total, ...person }) => person) }
}
