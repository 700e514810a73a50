import type { Pool } from 'pg'
import type { IntermediaryQuery } from '#search/search-port.ts'

/** The index of the baseline. */
export const trigramIndex = 'CREATE INDEX ON "Subject" USING gin ("name" gin_trgm_ops)'

/**
 * The baseline: pg_trgm alone over the register's own tables. Names by similarity or containment, codes by their beginning, services by the
 * catalogue's name; the same filters and sorts, and the same five facets by GROUP BY. No pinyin, no everyday words, no neutral order.
 */
export async function trigramSearch(pool: Pool, query: IntermediaryQuery): Promise<{ readonly ids: string[]; readonly total: number }> {
  const { text, serviceItemCodes, divisionCodes, maxDays, isChoosableOnly, sort, page, limit } = query
  const order = { RELEVANCE: 'distance, id', FEE: 'fee, id', DAYS: 'days, id', GRADE: 'grade, id' }[sort]
  const lines = divisionCodes.length === 0 ? [] : [...divisionCodes, '410100', '410000']
  const named =
    text === ''
      ? `SELECT "id", 0::real AS distance FROM "Subject" WHERE $1 = '' AND "kind" = 'ORGANISATION'`
      : `SELECT "id", "name" <-> $1 AS distance FROM "Subject" WHERE "name" % $1 OR "name" LIKE '%' || $1 || '%'
         UNION ALL SELECT "id", 0 FROM "Subject" WHERE "uscc" LIKE $1 || '%'
         UNION ALL SELECT i."subjectId", 0.5 FROM "ServiceItem" t JOIN "ServiceOffering" o ON o."serviceItemCode" = t."code"
           JOIN "Intermediary" i ON i."id" = o."intermediaryId" WHERE t."nameZh" LIKE '%' || $1 || '%'`
  const facet = (values: string) =>
    `(SELECT jsonb_object_agg(v, n) FROM (SELECT ${values} v, count(*) n FROM matched GROUP BY 1) f WHERE v IS NOT NULL)`
  const { rows } = await pool.query<{ ids: string[]; total: number }>(
    `WITH named AS (SELECT "id", min(distance) AS distance FROM (${named}) n GROUP BY 1),
     matched AS MATERIALIZED (
       SELECT i."id", min(n.distance) AS distance, min(o."feeFen") AS fee, min(o."promisedWorkingDays") AS days,
         coalesce(c."grade", 'N') AS grade, array_agg(DISTINCT o."serviceItemCode") AS items, array_agg(DISTINCT d) AS divisions
       FROM named n JOIN "Intermediary" i ON i."subjectId" = n."id" LEFT JOIN "CreditStanding" c ON c."subjectId" = n."id"
         JOIN "ServiceOffering" o ON o."intermediaryId" = i."id" AND NOT o."isWithdrawn" CROSS JOIN unnest(o."divisionCodes") d
       WHERE (cardinality($2::text[]) = 0 OR o."serviceItemCode" = ANY($2)) AND (cardinality($3::text[]) = 0 OR d = ANY($3))
         AND ($4::int IS NULL OR o."promisedWorkingDays" <= $4) AND (NOT $5::boolean OR c."bars" IS NULL OR c."bars" = '[]')
       GROUP BY i."id", c."grade"
     )
     SELECT (SELECT count(*)::int FROM matched) AS total, ARRAY(SELECT id FROM matched ORDER BY ${order} LIMIT $6 OFFSET $7) AS ids,
       ${facet('unnest(items)')} AS f1, ${facet('unnest(divisions)')} AS f2, ${facet('grade')} AS f3,
       ${facet('width_bucket(fee, ARRAY[500000,2000000,5000000,10000000])')} AS f4, ${facet('width_bucket(days, ARRAY[6,11,21,31])')} AS f5`,
    [text, serviceItemCodes, lines, maxDays, isChoosableOnly, limit, (page - 1) * limit],
  )
  return rows[0] ?? { ids: [], total: 0 }
}
