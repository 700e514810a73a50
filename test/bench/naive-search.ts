import type { Pool } from 'pg'
import type { IntermediaryQuery } from '#search/search-port.ts'

/**
 * The baseline: what one writes first. ILIKE over the register's own tables, the same filters and sorts, and the same five facets by
 * GROUP BY. No indexes beyond those of the register, no pinyin, no wrong characters.
 */
export async function naiveSearch(pool: Pool, query: IntermediaryQuery): Promise<{ readonly ids: string[]; readonly total: number }> {
  const { text, serviceItemCodes, divisionCodes, maxDays, isChoosableOnly, sort, page, limit } = query
  const order = { RELEVANCE: 'id', FEE: 'fee, id', DAYS: 'days, id', GRADE: 'grade, id' }[sort]
  const lines = divisionCodes.length === 0 ? [] : [...divisionCodes, '410100', '410000']
  const { rows } = await pool.query<{ ids: string[]; total: number }>(
    `WITH matched AS MATERIALIZED (
       SELECT i."id", min(o."feeFen") AS fee, min(o."promisedWorkingDays") AS days, coalesce(c."grade", 'N') AS grade,
         array_agg(DISTINCT o."serviceItemCode") AS items, array_agg(DISTINCT d) AS divisions
       FROM "Intermediary" i JOIN "Subject" s ON s."id" = i."subjectId" LEFT JOIN "CreditStanding" c ON c."subjectId" = s."id"
         JOIN "ServiceOffering" o ON o."intermediaryId" = i."id" AND NOT o."isWithdrawn" CROSS JOIN unnest(o."divisionCodes") d
         JOIN "ServiceItem" t ON t."code" = o."serviceItemCode"
       WHERE ($1 = '' OR s."name" ILIKE '%' || $1 || '%' OR s."uscc" ILIKE $1 || '%' OR t."nameZh" ILIKE '%' || $1 || '%')
         AND (cardinality($2::text[]) = 0 OR o."serviceItemCode" = ANY($2)) AND (cardinality($3::text[]) = 0 OR d = ANY($3))
         AND ($4::int IS NULL OR o."promisedWorkingDays" <= $4) AND (NOT $5::boolean OR c."bars" IS NULL OR c."bars" = '[]')
       GROUP BY i."id", c."grade"
     )
     SELECT (SELECT count(*)::int FROM matched) AS total, ARRAY(SELECT id FROM matched ORDER BY ${order} LIMIT $6 OFFSET $7) AS ids,
       (SELECT jsonb_object_agg(v, n) FROM (SELECT unnest(items) v, count(*) n FROM matched GROUP BY 1) f) AS f1,
       (SELECT jsonb_object_agg(v, n) FROM (SELECT unnest(divisions) v, count(*) n FROM matched GROUP BY 1) f) AS f2,
       (SELECT jsonb_object_agg(v, n) FROM (SELECT grade v, count(*) n FROM matched GROUP BY 1) f) AS f3,
       (SELECT jsonb_object_agg(v, n) FROM (SELECT width_bucket(fee, ARRAY[500000,2000000,5000000,10000000]) v, count(*) n FROM matched GROUP BY 1) f) AS f4,
       (SELECT jsonb_object_agg(v, n) FROM (SELECT width_bucket(days, ARRAY[6,11,21,31]) v, count(*) n FROM matched GROUP BY 1) f) AS f5`,
    [text, serviceItemCodes, lines, maxDays, isChoosableOnly, limit, (page - 1) * limit],
  )
  return rows[0] ?? { ids: [], total: 0 }
}
