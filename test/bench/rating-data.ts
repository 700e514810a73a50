import type { Pool } from 'pg'
import { zz1Values } from '#domain/credit/credit-parameter-values.ts'
import { usccOf } from './check-data.ts'

/** Scored facts of each firm. */
export const EVENTS_EACH = 20

// Half of the facts count on the day of the bench; the others are over, annulled or of a day to come, as in a history that grew. One firm
// in ten has findings instead of complaints and honours, and gets another grade.
const statements = [
  `INSERT INTO "Subject" ("id", "kind", "name", "uscc", "isFictitious", "createdAt")
     SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'ORGANISATION', '演示咨询有限公司' || n, code, true, now()
     FROM unnest($1::text[]) WITH ORDINALITY AS codes(code, n)`,
  `INSERT INTO "Intermediary" ("id", "subjectId", "legalForm", "legalRepresentative", "address", "phone", "introduction", "listedOn", "createdAt")
     SELECT "id", "id", '有限责任公司', '演示', '郑州市', '0371-00000000', '', DATE '2024-01-01', now() FROM "Subject"`,
  `INSERT INTO "CreditEvent" ("id", "subjectId", "kind", "points", "clause", "occurredOn", "countsFromOn", "countsUntilOn", "recordedAt",
       "description", "sourceType", "sourceId", "annulledAt")
     SELECT gen_random_uuid(), s."id", (ARRAY['VIOLATION', 'COMPLAINT', 'LATE_DELIVERY', 'HONOUR'])[1 + turn % 4]::"CreditEventKind",
       CASE WHEN turn % 4 = 3 THEN 1 ELSE -(1 + (n + ord) % 4) END, 'V-FEE-02', DATE '2026-01-01', DATE '2026-01-01' + n,
       CASE WHEN n % 2 = 0 THEN DATE '2026-03-01' ELSE DATE '2027-12-31' END, now(), '演示', 'BENCH', gen_random_uuid(),
       CASE WHEN n % 7 = 0 THEN TIMESTAMPTZ '2026-05-01' END
     FROM (SELECT "id", row_number() OVER (ORDER BY "id") AS ord FROM "Subject") s, generate_series(1, ${EVENTS_EACH}) AS n
     CROSS JOIN LATERAL (SELECT n + CASE WHEN ord % 10 = 0 THEN 1 ELSE 0 END AS turn) t`,
  `INSERT INTO "CreditStanding" ("subjectId", "grade", "gradeOffList", "score", "ruleSetVersion", "computedAt")
     SELECT "id", 'A', 'A', 100, 'ZZ-1', now() FROM "Subject"`,
  `INSERT INTO "SearchDocument" ("intermediaryId", "name", "nameKey", "uscc", "grams", "initials", "isListed", "neutralTicket", "grade",
       "serviceItemCodes", "offerFeesFen", "offerDays", "offerDivisions", "offerQualified", "divisionCodes", "qualified", "barred", "blacklisted")
     SELECT "id", "name", "name", "uscc", regexp_split_to_array("name", ''), ' yszx', true, 0, 'A', '{ZJ-EIA-001}', '{100}', '{10}', '{410100}',
       '{"{}"}', '{410100}', '{}', '{}', '{}' FROM "Subject"`,
] as const

/** Fills an empty database with that many firms, twenty scored facts each, and a version that is to be applied to all of them. */
export async function fillForRating(pool: Pool, count: number): Promise<void> {
  const codes = Array.from({ length: count }, (_, i) => usccOf(i))
  for (const text of statements) await pool.query(text, text.includes('$1') ? [codes] : [])
  const parameters = JSON.stringify({ ...zz1Values, complaintPoints: -2 })
  await pool.query(
    `INSERT INTO "CreditRuleSetVersion" ("id", "version", "serviceItemCodes", "state", "basedOn", "effectiveFrom", "parameters", "explanation",
       "draftedById", "draftedAt") VALUES (gen_random_uuid(), 'ZZ-2', '{}', 'PUBLISHED', 'ZZ-1', '2026-06-01', $1, '演示', gen_random_uuid(), now())`,
    [parameters],
  )
  await pool.query(`INSERT INTO "RatingRun" ("id", "ruleSetVersion", "effectiveFrom") VALUES (gen_random_uuid(), 'ZZ-2', '2026-06-01')`)
  await pool.query('VACUUM ANALYZE')
}

/** The same sums by the database alone: what the facts that count on that day are worth, into a table. */
export const baseline = `
CREATE TABLE bench_sums AS
SELECT s."id" AS "subjectId", greatest(0, least(110, 100 + coalesce(sum(CASE e."kind" WHEN 'COMPLAINT' THEN -2 WHEN 'HONOUR' THEN 0 ELSE "points" END), 0)
  + least(10, coalesce(sum("points") FILTER (WHERE e."kind" = 'HONOUR'), 0)))) AS "conductScore"
FROM "Subject" s LEFT JOIN "CreditEvent" e ON e."subjectId" = s."id" AND e."countsFromOn" <= DATE '2026-06-10'
  AND (e."countsUntilOn" IS NULL OR DATE '2026-06-10' <= e."countsUntilOn") AND (e."annulledAt" IS NULL OR e."annulledAt" > TIMESTAMPTZ '2026-06-10 23:59+08')
GROUP BY s."id"`
