import type { Pool } from 'pg'
import { commitmentLetterOf } from '#domain/commitments/commitment-letter.ts'
import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'

/** A working day that is over whenever the bench runs, and one that never comes. */
export const dueOn = '2026-03-10'
const farOn = '2099-12-31'

/** Each of these firms misses three promises: a listing case for every one. */
export const firmsWithThree = 100

/**
 * That many promises with their cases, materials and applicants, of which `due` have ended unkept. The others are kept, due later, or handled
 * on a promise of truth, as the table of a city looks after years.
 */
export async function loadPromises(pool: Pool, total: number, due: number, say: (line: string) => void): Promise<void> {
  const [rules] = toleranceRuleSets
  if (!rules) throw new Error('no tolerance rules')
  const { rows } = await pool.query<{ id: string }>(
    `INSERT INTO "Organisation" ("id", "kind", "nameZh", "divisionCode", "createdAt")
     VALUES (gen_random_uuid(), 'AGENCY', '虚构审批局', '410105', now()) RETURNING "id"`,
  )
  const facts = {
    mode: 'TOLERANT_ACCEPTANCE' as const,
    applicantName: '虚构申请人有限公司',
    agencyName: '虚构审批局',
    approvalItem: { zh: '建设工程规划核实', en: 'Planning verification' },
    materials: [{ zh: '建设工程规划许可证', en: 'Construction planning permit' }],
    dueOn,
  }
  const letter = JSON.stringify(commitmentLetterOf(facts, rules))
  await pool.query('CREATE UNLOGGED TABLE bench_plan (n int PRIMARY KEY, firm int, "caseId" uuid, "commitmentId" uuid, what text)')
  say(`planning ${total} promises`)
  await pool.query(
    `INSERT INTO bench_plan
     SELECT n, CASE WHEN n <= $3 THEN (n - 1) / 3 ELSE n END % $2::int, gen_random_uuid(), gen_random_uuid(),
       CASE WHEN n <= $2 THEN 'DUE' WHEN n % 20 = 0 THEN 'HANDLED' WHEN n % 4 = 0 THEN 'LATER' ELSE 'KEPT' END
     FROM generate_series(1, $1::int) AS n`,
    [total, due, firmsWithThree * 3],
  )
  say('applicants')
  await pool.query(
    `INSERT INTO "Subject" ("id", "kind", "name", "uscc", "isFictitious", "createdAt")
     SELECT md5('firm' || n)::uuid, 'ORGANISATION', '虚构企业' || n, 'BENCH' || lpad(n::text, 13, '0'), true, '2026-01-05T02:00:00Z'
     FROM generate_series(0, $1::int - 1) AS n`,
    [due],
  )
  say('cases')
  await pool.query(
    `INSERT INTO "ApprovalCase" ("id", "number", "approvalItemCode", "agencyId", "applicantId", "projectName", "state", "mode", "filedAt",
       "acceptedAt", "decisionDueOn", "ruleSetVersion")
     SELECT "caseId", 'BENCH-BJ-' || n, 'AP-CON-003', $1, md5('firm' || firm)::uuid, '虚构项目',
       CASE WHEN what IN ('DUE', 'LATER') THEN 'ACCEPTED' ELSE 'DECIDED' END::"ApprovalCaseState",
       CASE WHEN what = 'HANDLED' THEN 'TOLERANT_HANDLING' ELSE 'TOLERANT_ACCEPTANCE' END::"AcceptanceMode",
       '2026-03-02T01:00:00Z', '2026-03-02T01:00:00Z', $2, $3
     FROM bench_plan`,
    [rows[0]?.id, farOn, rules.version],
  )
  say('commitments')
  await pool.query(
    `INSERT INTO "Commitment" ("id", "number", "caseId", "subjectId", "mode", "supplementDueOn", "letter", "signerName", "signedAt", "state",
       "nextDueOn", "isPublished", "ruleSetVersion")
     SELECT "commitmentId", 'BENCH-CN-' || n, "caseId", md5('firm' || firm)::uuid,
       CASE WHEN what = 'HANDLED' THEN 'TOLERANT_HANDLING' ELSE 'TOLERANT_ACCEPTANCE' END::"AcceptanceMode",
       CASE WHEN what = 'LATER' THEN $1 ELSE $2 END::date, $3::jsonb, '虚构签署人', '2026-03-02T01:00:00Z',
       CASE WHEN what = 'KEPT' THEN 'FULFILLED' ELSE 'PENDING' END::"CommitmentState",
       CASE what WHEN 'LATER' THEN $1::date WHEN 'DUE' THEN $2::date END, what = 'HANDLED', $4
     FROM bench_plan`,
    [farOn, dueOn, letter, rules.version],
  )
  say('materials')
  await pool.query(
    `INSERT INTO "CommitmentItem" ("commitmentId", "materialSeq", "nameZh", "nameEn", "deliveredAt")
     SELECT "commitmentId", 3, '建设工程规划许可证', 'Construction planning permit', CASE WHEN what = 'KEPT' THEN timestamptz '2026-03-05T01:00:00Z' END
     FROM bench_plan`,
  )
  await pool.query('DROP TABLE bench_plan')
  await pool.query('VACUUM ANALYZE')
}
