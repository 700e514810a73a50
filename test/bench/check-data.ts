import type { Pool } from 'pg'
import { creditRuleSets } from '#domain/credit/credit-rule-set.ts'
import { usccCheckChar } from '#domain/kernel/uscc.ts'

/** The code of the nth invented firm. */
export function usccOf(n: number): string {
  const first17 = `91410100${String(n).padStart(9, '0')}`
  return first17 + usccCheckChar(first17)
}

const statements = [
  `INSERT INTO "Division" ("code", "nameZh", "nameEn", "kind") VALUES ('410100', '郑州市', 'Zhengzhou', 'city') ON CONFLICT DO NOTHING`,
  // Every fiftieth is barred from something, as in life most are not.
  `INSERT INTO "Subject" ("id", "kind", "name", "uscc", "isFictitious", "createdAt")
     SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'ORGANISATION', '演示咨询有限公司' || n, code, true, now()
     FROM unnest($1::text[]) WITH ORDINALITY AS codes(code, n)`,
  `INSERT INTO "Intermediary" ("id", "subjectId", "legalForm", "legalRepresentative", "address", "phone", "introduction", "listedOn", "createdAt")
     SELECT "id", "id", '有限责任公司', '演示', '郑州市', '0371-00000000', '', DATE '2026-01-01', now() FROM "Subject"`,
  `INSERT INTO "CreditStanding" ("subjectId", "grade", "gradeOffList", "score", "ruleSetVersion", "computedAt", "bars")
     SELECT "id", 'A', 'A', 92, $2, now(), CASE WHEN right("uscc", 2) LIKE '1%' THEN $1::jsonb ELSE '[]'::jsonb END FROM "Subject"`,
  `INSERT INTO "Organisation" ("id", "kind", "nameZh", "divisionCode", "createdAt")
     VALUES ('00000000-0000-7000-8000-0000000000aa', 'AGENCY', '演示审批局', '410100', now())`,
  `INSERT INTO "ApiKey" ("id", "name", "prefix", "hash", "organisationId", "roles", "createdById", "createdAt", "expiresAt")
     VALUES (gen_random_uuid(), 'bench', 'xx_bench', $1, '00000000-0000-7000-8000-0000000000aa', ARRAY['WINDOW_OFFICER']::"Role"[], gen_random_uuid(), now(), now() + interval '1 day')`,
  'VACUUM ANALYZE',
] as const

/** Fills an empty database with `count` intermediaries and their standings, and one API key of an agency, given by its hash. */
export async function fillForChecks(pool: Pool, count: number, apiKeyHash: string): Promise<void> {
  const ruleSetVersion = creditRuleSets[0]?.version
  const bar = {
    kind: 'PROVIDE_SERVICES',
    from: '2026-01-01',
    until: '2099-12-31',
    reasonCode: 'BLACKLISTED',
    clause: 'bench',
    ruleSetVersion,
    sourceId: null,
    isHold: false,
  }
  const codes = Array.from({ length: count }, (_, i) => usccOf(i))
  const values = [[], [codes], [], [JSON.stringify([bar]), ruleSetVersion], [], [apiKeyHash], []]
  for (const [i, text] of statements.entries()) await pool.query(text, values[i])
}
