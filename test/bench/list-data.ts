import type { Pool } from 'pg'
import { usccOf } from './check-data.ts'

/** Of each list, how many entries of a hundred. */
const shares = { BLACKLIST: 60, RED_LIST: 20, DISHONESTY: 20 }

const idOf = (kind: string, n: string) => `('${kind}0000000-0000-7000-8000-' || lpad(${n}::text, 12, '0'))::uuid`

const statements = [
  // Seven of eight are firms in one of the divisions there are, the eighth is a person.
  `INSERT INTO "Subject" ("id", "kind", "name", "uscc", "identityHash", "identityCipher", "identityMasked", "divisionCode", "isFictitious", "createdAt")
     SELECT ${idOf('a', 'n')}, (CASE WHEN n % 8 = 0 THEN 'PERSON' ELSE 'ORGANISATION' END)::"SubjectKind",
       (ARRAY['中原','嵩山','黄河','金水','郑东','绿城','商都','华夏'])[1 + n % 8] || (ARRAY['工程','环境','检测','设计','咨询'])[1 + n % 5] || n || '号有限公司',
       CASE WHEN n % 8 = 0 THEN NULL ELSE code END, CASE WHEN n % 8 = 0 THEN 'bench ' || n END, CASE WHEN n % 8 = 0 THEN 'bench' END, CASE WHEN n % 8 = 0 THEN '4101**********' || lpad((n % 10000)::text, 4, '0') END,
       d.codes[1 + n % array_length(d.codes, 1)], true, now()
     FROM unnest($1::text[]) WITH ORDINALITY AS given(code, n), (SELECT array_agg("code" ORDER BY "code") AS codes FROM "Division") AS d`,
  `INSERT INTO "Intermediary" ("id", "subjectId", "legalForm", "legalRepresentative", "address", "phone", "introduction", "listedOn", "createdAt")
     SELECT "id", "id", '有限责任公司', '演示', '郑州市', '', '', DATE '2026-01-01', now() FROM "Subject" WHERE "kind" = 'ORGANISATION'`,
  `INSERT INTO "ServiceOffering" ("id", "intermediaryId", "serviceItemCode", "divisionCodes", "feeSchedule", "feeFen", "feeNote", "promisedWorkingDays", "updatedAt")
     SELECT gen_random_uuid(), i."id", s.codes[1 + (('x' || right(replace(i."id"::text, '-', ''), 7))::bit(28)::int) % array_length(s.codes, 1)],
       ARRAY['410100'], '{"kind":"FIXED","feeFen":100000}', 100000, '', 10, now()
     FROM "Intermediary" i, (SELECT array_agg("code" ORDER BY "code") AS codes FROM "ServiceItem" WHERE "status" = 'RETAINED') AS s`,
  `INSERT INTO "ViolationCase" ("id", "number", "kind", "subjectId", "violationCode", "severity", "state", "occurredOn", "facts", "reportedAt", "ruleSetVersion", "decisionNumber", "decidedAt")
     SELECT ${idOf('c', 'n')}, 'AJ-B-' || n, 'VIOLATION', ${idOf('a', 'n')}, v.codes[1 + n % array_length(v.codes, 1)],
       (ARRAY['MINOR','GENERAL','SERIOUS'])[1 + n % 3]::"ViolationSeverity", 'DECIDED_LISTED', DATE '2026-01-01', 'bench', now(), 'ZZ-LISTING-1', 'JD-B-' || n, now()
     FROM generate_series(1, $1::int) AS n, (SELECT array_agg("code" ORDER BY "code") AS codes FROM "ViolationType") AS v WHERE n % 100 < ${shares.BLACKLIST}`,
  // One in a hundred appeals.
  `INSERT INTO "Appeal" ("id", "number", "caseId", "subjectId", "filedById", "filedAt", "grounds", "request", "state", "answerDueOn", "ruleSetVersion")
     SELECT gen_random_uuid(), 'SS-B-' || n, ${idOf('c', 'n')}, ${idOf('a', 'n')}, gen_random_uuid(), TIMESTAMPTZ '2026-06-01', '', '', 'FILED', DATE '2026-12-31', 'ZZ-LISTING-1'
     FROM generate_series(1, $1::int) AS n WHERE n % 100 = 7`,
  // Decided over a year and a half; one in ten has ended in one way or another.
  `INSERT INTO "ListEntry" ("id", "number", "list", "subjectId", "caseId", "severity", "reasons", "basis", "decidedOn", "fromOn", "untilOn", "ruleSetVersion", "status", "endedAt", "createdAt")
     SELECT ${idOf('e', 'n')}, 'MD-B-' || lpad(n::text, 6, '0'), list::"ListKind", ${idOf('a', 'n')},
       CASE WHEN list = 'BLACKLIST' THEN ${idOf('c', 'n')} END,
       CASE WHEN list <> 'RED_LIST' THEN (ARRAY['MINOR','GENERAL','SERIOUS'])[1 + n % 3]::"ViolationSeverity" END,
       '出具虚假报告，事实清楚、证据确凿', '郑州市深化行政审批制度改革文件 三(三)', day, day, CASE WHEN list <> 'RED_LIST' THEN day + 540 END, 'ZZ-LISTING-1',
       (CASE WHEN n % 20 = 3 THEN 'REPAIRED' WHEN n % 20 = 11 THEN 'ANNULLED' ELSE 'ACTIVE' END)::"ListEntryStatus",
       CASE WHEN n % 20 IN (3, 11) THEN TIMESTAMPTZ '2026-08-01' END, now()
     FROM (SELECT n, CASE WHEN n % 100 < ${shares.BLACKLIST} THEN 'BLACKLIST' WHEN n % 100 < ${shares.BLACKLIST + shares.RED_LIST} THEN 'RED_LIST' ELSE 'DISHONESTY' END AS list,
       DATE '2026-11-20' - (n * 7919 % 540) AS day FROM generate_series(1, $1::int) AS n) AS made`,
  'VACUUM ANALYZE',
] as const

/** Fills a database with reference data with `count` entries over the three lists, each of a party of its own. */
export async function fillLists(pool: Pool, count: number): Promise<void> {
  const codes = Array.from({ length: count }, (_, index) => usccOf(index + 1))
  for (const text of statements) await pool.query(text, text.includes('$1::text[]') ? [codes] : text.includes('$1') ? [count] : [])
}
