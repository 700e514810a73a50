import type { Tx } from '#prisma/client.ts'

/** For each code the division and all it lies in, the nearest first. A code nobody knows is left out. */
export async function divisionLines(tx: Tx, codes: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tx.$queryRaw<{ start: string; line: string[] }[]>`
    WITH RECURSIVE up AS (
      SELECT "code" AS "start", "code", "parentCode", 0 AS "step" FROM "Division" WHERE "code" = ANY(${[...new Set(codes)]}::text[])
      UNION SELECT up."start", d."code", d."parentCode", up."step" + 1 FROM "Division" d JOIN up ON d."code" = up."parentCode"
    ) SELECT "start", array_agg("code" ORDER BY "step") AS "line" FROM up GROUP BY "start"`
  return new Map(rows.map(({ start, line }) => [start, line]))
}
