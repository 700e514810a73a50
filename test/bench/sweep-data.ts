import type { Pool } from 'pg'
import { commitmentLetterOf } from '#domain/commitments/commitment-letter.ts'
import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import type { ToleranceRuleSet } from '#domain/commitments/tolerance-rule-set.ts'

/** A working day that is over whenever the bench runs, and one that never comes. */
export const dueOn = '2026-03-10'
const farOn = '2099-12-31'

/** Each of these firms misses three promises: a listing case for every one. */
export const firmsWithThree = 100

/**
 * That many promises with their cases, materials and applicants, of which `due` have ended unkept. The others are kept, due later, or handled
 * on a promise of truth, as the table of a city looks after years. Every table by one statement.
 */
export async function loadPromises(pool: Pool, total: number, due: number, say: (line: string) => void): Promise<void> {
  const [rules] = toleranceRuleSets
  if (!rules) throw new Error('no tolerance rules')
  const letter = JSON.stringify(letterUnder(rules))
  const client = await pool.connect()
  const load = async (rows: string, sql: string, values: unknown[] = []) => {
    const began = performance.now()
    await client.query(sql, values)
    say(`${rows} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  }
  try {
    await client.query('BEGIN')
    // Every row refers to one made here: nothing to look up a million times.
    await client.query('SET LOCAL session_replication_role = replica')
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO "Organisation" ("id", "kind", "nameZh", "divisionCode", "createdAt")
       VALUES (gen_random_uuid(), 'AGENCY', '虚构审批局', '410105', now()) RETURNING "id"`,
    )
    await load('plan', plan, [total, due, firmsWithThree])
    await load('applicants', applicants)
    await load('cases', cases, [rows[0]?.id, farOn, rules.version])
    await load('commitments', commitments, [farOn, dueOn, letter, rules.version])
    await load('materials', materials)
    await client.query('COMMIT')
    await load('statistics', 'VACUUM ANALYZE')
  } finally {
    client.release()
  }
}

const letterUnder = (rules: ToleranceRuleSet) =>
  commitmentLetterOf(
    {
      mode: 'TOLERANT_ACCEPTANCE',
      applicantName: '虚构申请人有限公司',
      agencyName: '虚构审批局',
      approvalItem: { zh: '建设工程规划核实', en: 'Planning verification' },
      materials: [{ zh: '建设工程规划许可证', en: 'Construction planning permit' }],
      dueOn,
    },
    rules,
  )

// Three misses of a firm lie far apart: they meet in no batch but by chance.
const plan = `
CREATE TEMPORARY TABLE bench_plan ON COMMIT DROP AS
SELECT n, uuidv7() AS "caseId", uuidv7() AS "commitmentId",
  md5('firm' || CASE
    WHEN n > $2 THEN n % $2
    WHEN n * $3 * 3 / $2 > (n - 1) * $3 * 3 / $2 THEN n * $3 * 3 / $2 % $3
    ELSE $3 + n END)::uuid AS "firmId",
  CASE WHEN n <= $2 THEN 'DUE' WHEN n % 20 = 0 THEN 'HANDLED' WHEN n % 4 = 0 THEN 'LATER' ELSE 'KEPT' END AS what
FROM generate_series(1::bigint, $1::bigint) AS n`

const applicants = `
INSERT INTO "Subject" ("id", "kind", "name", "uscc", "isFictitious", "createdAt")
SELECT "firmId", 'ORGANISATION', '虚构企业' || n, 'BENCH' || lpad(n::text, 13, '0'), true, '2026-01-05T02:00:00Z'
FROM (SELECT "firmId", min(n) AS n FROM bench_plan GROUP BY "firmId") AS firm`

const cases = `
INSERT INTO "ApprovalCase" ("id", "number", "approvalItemCode", "agencyId", "applicantId", "projectName", "state", "mode", "filedAt",
  "acceptedAt", "decisionDueOn", "ruleSetVersion")
SELECT "caseId", 'BENCH-BJ-' || n, 'AP-CON-003', $1, "firmId", '虚构项目',
  CASE WHEN what IN ('DUE', 'LATER') THEN 'ACCEPTED' ELSE 'DECIDED' END::"ApprovalCaseState",
  CASE WHEN what = 'HANDLED' THEN 'TOLERANT_HANDLING' ELSE 'TOLERANT_ACCEPTANCE' END::"AcceptanceMode",
  '2026-03-02T01:00:00Z', '2026-03-02T01:00:00Z', $2, $3
FROM bench_plan`

// Letters of promises that nothing happens to are left out: gigabytes that nobody reads.
const commitments = `
INSERT INTO "Commitment" ("id", "number", "caseId", "subjectId", "mode", "supplementDueOn", "letter", "signerName", "signedAt", "state",
  "nextDueOn", "isPublished", "ruleSetVersion")
SELECT "commitmentId", 'BENCH-CN-' || n, "caseId", "firmId",
  CASE WHEN what = 'HANDLED' THEN 'TOLERANT_HANDLING' ELSE 'TOLERANT_ACCEPTANCE' END::"AcceptanceMode",
  CASE WHEN what = 'LATER' THEN $1 ELSE $2 END::date, CASE WHEN what = 'DUE' THEN $3 ELSE '{}' END::jsonb, '虚构签署人', '2026-03-02T01:00:00Z',
  CASE WHEN what = 'KEPT' THEN 'FULFILLED' ELSE 'PENDING' END::"CommitmentState",
  CASE what WHEN 'LATER' THEN $1::date WHEN 'DUE' THEN $2::date END, what = 'HANDLED', $4
FROM bench_plan`

const materials = `
INSERT INTO "CommitmentItem" ("commitmentId", "materialSeq", "nameZh", "nameEn", "deliveredAt")
SELECT "commitmentId", 3, '建设工程规划许可证', 'Construction planning permit', CASE WHEN what = 'KEPT' THEN timestamptz '2026-03-05T01:00:00Z' END
FROM bench_plan`
