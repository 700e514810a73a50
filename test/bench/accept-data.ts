import { randomBytes, generateKeyPairSync } from 'node:crypto'
import type { Pool } from 'pg'
import { toleranceRuleSets } from '#domain/commitments/tolerance-rule-set.ts'
import { creditRuleSets } from '#domain/credit/credit-rule-set.ts'
import type { WorkingCalendar } from '#domain/kernel/working-days.ts'
import { env } from '#env'
import { loadReference } from '#prisma/seed/reference.ts'
import { hashApiKey } from '#services/access/viewer-of-api-key.ts'
import { createFileStore } from '#services/files/create-file-store.ts'
import { createPlatform } from '#services/kernel/create-platform.ts'
import { loadCalendar } from '#services/kernel/load-calendar.ts'
import { usccOf } from './check-data.ts'

/** Twenty working days, four materials; the third is not essential. */
const item = 'AP-CON-003'
const [agencyId, officerId] = ['00000000-0000-7000-8000-0000000000aa', '00000000-0000-7000-8000-0000000000bb']

const statements = [
  `INSERT INTO "Organisation" ("id", "kind", "nameZh", "divisionCode", "createdAt") VALUES ('${agencyId}', 'AGENCY', '演示审批局', '410100', now())`,
  `INSERT INTO "User" ("id", "name", "email", "updatedAt") VALUES ('${officerId}', '测试人员', 'officer@example.test', now())`,
  `INSERT INTO "Membership" ("id", "userId", "organisationId", "roles", "createdAt")
     VALUES (gen_random_uuid(), '${officerId}', '${agencyId}', ARRAY['WINDOW_OFFICER']::"Role"[], now())`,
  `INSERT INTO "ApiKey" ("id", "name", "prefix", "hash", "organisationId", "roles", "responsibleUserId", "createdById", "createdAt", "expiresAt")
     VALUES (gen_random_uuid(), 'bench', 'xx_bench', $1, '${agencyId}', ARRAY['WINDOW_OFFICER']::"Role"[], '${officerId}', gen_random_uuid(), now(), now() + interval '1 day')`,
  `INSERT INTO "Subject" ("id", "kind", "name", "uscc", "divisionCode", "isFictitious", "createdAt")
     SELECT ('00000000-0000-7000-8001-' || lpad(n::text, 12, '0'))::uuid, 'ORGANISATION', '演示制造有限公司' || n, code, '410100', true, now()
     FROM unnest($1::text[]) WITH ORDINALITY AS codes(code, n)`,
  `INSERT INTO "CreditStanding" ("subjectId", "grade", "gradeOffList", "ruleSetVersion", "computedAt") SELECT "id", 'N', 'N', $1, now() FROM "Subject"`,
  `INSERT INTO "ApprovalCase" ("id", "number", "approvalItemCode", "agencyId", "applicantId", "projectName", "state", "filedAt", "officerId", "channel",
       "externalNumber", "correctionDueOn", "ruleSetVersion")
     SELECT "id", 'BJ-BENCH-' || right("id"::text, 6), '${item}', '${agencyId}', "id", '演示厂房扩建', 'FILED', now(), '${officerId}', 'SYSTEM',
       right("id"::text, 6), current_date + 5, $1 FROM "Subject"`,
  `INSERT INTO "CaseMaterial" ("caseId", "materialId", "presence")
     SELECT c."id", m."id", (CASE WHEN m."seq" = 3 THEN 'MISSING' ELSE 'PRESENT' END)::"MaterialPresence"
     FROM "ApprovalCase" c JOIN "Material" m ON m."approvalItemCode" = c."approvalItemCode"`,
  'VACUUM ANALYZE',
] as const

/** The rows that an acceptance on a promise must at least write: the case, the promise and its item, in one statement. */
const leastRows = `
  WITH taken AS (UPDATE "ApprovalCase" SET "version" = "version" + 1 WHERE "number" = $1 RETURNING "id", "applicantId"),
    promised AS (
      INSERT INTO "Commitment" ("id", "number", "caseId", "subjectId", "mode", "supplementDueOn", "letter", "signerName", "signedAt", "ruleSetVersion")
      SELECT gen_random_uuid(), 'CN-' || $1, "id", "applicantId", 'TOLERANT_ACCEPTANCE', current_date + 9, '{}', '测试甲', now(), 'bench' FROM taken
      RETURNING "id")
  INSERT INTO "CommitmentItem" ("commitmentId", "materialSeq", "nameZh", "nameEn") SELECT "id", 3, '演示', 'demo' FROM promised`

export interface Baseline {
  readonly what: string
  readonly p50Ms: number
  readonly p99Ms: number
}

export interface AcceptanceData {
  /** Cases that wait for their acceptance, each of another applicant. */
  readonly numbers: readonly string[]
  readonly calendar: WorkingCalendar
  /** The bare statement for as many cases, over as many connections. */
  baselineOnce(count: number, connections: number): Promise<Baseline>
}

/** Fills an empty database with the reference data, an agency with its officer and key, and `count` cases that lack one material. */
export async function fillForAcceptance(pool: Pool, count: number, apiKey: string): Promise<AcceptanceData> {
  const secret = () => randomBytes(32).toString('base64')
  const platform = await createPlatform(pool, {
    isSandbox: false,
    identityKey: secret(),
    identityHashKey: secret(),
    receiptSigningKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    files: createFileStore(env),
  })
  await loadReference(platform)
  const codes = Array.from({ length: count }, (_, i) => usccOf(i))
  const [credit, tolerance] = [creditRuleSets[0]?.version, toleranceRuleSets[0]?.version]
  const values = [[], [], [], [hashApiKey(apiKey)], [codes], [credit], [tolerance], [], []]
  for (const [i, text] of statements.entries()) await pool.query(text, values[i])
  const { rows } = await pool.query<{ number: string }>('SELECT "number" FROM "ApprovalCase" ORDER BY "number"')
  const numbers = rows.map(({ number }) => number)
  return {
    numbers,
    calendar: await loadCalendar(platform.prisma),
    baselineOnce: (some, connections) => measureLeast(pool, numbers.slice(0, some), connections),
  }
}

async function measureLeast(pool: Pool, numbers: readonly string[], connections: number): Promise<Baseline> {
  const times: number[] = []
  let next = 0
  const worker = async () => {
    for (let number = numbers[next++]; number !== undefined; number = numbers[next++]) {
      const from = performance.now()
      await pool.query({ name: 'least-rows', text: leastRows, values: [number] })
      times.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: connections }, worker))
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round((times[Math.floor(times.length * share)] ?? 0) * 10) / 10
  return {
    what: 'one bare statement by pg: case, promise, item; no check, receipt, letter, trail or notice',
    p50Ms: at(0.5),
    p99Ms: at(0.99),
  }
}
