import type { PrismaClient } from '#prisma/client.ts'

/** One month of an agency, Shanghai's months. */
export interface MonthOfAgency {
  /** 'YYYY-MM' */
  readonly month: string
  readonly accepted: number
  /** Of them, on a promise: 容缺受理 and 容缺办理. */
  readonly tolerant: number
  /** Promises that ended in the month as kept. */
  readonly kept: number
  /** Missed or found untrue in the month, and still standing. */
  readonly broken: number
  /**
   * Calendar days by which the kept supplements of the month came after the acceptance: without tolerance the case would have been accepted
   * that much later (our own definition). Handling saves differently and isn't counted.
   */
  readonly daysSaved: number
  /** How many kept supplements that sum is of. */
  readonly savedCases: number
}

/**
 * The last so many months of an agency, the running one included, in one statement.
 * @param now the running month is the one this instant falls into in Shanghai
 */
export async function agencyStatistics(
  prisma: PrismaClient,
  organisationId: string,
  now: Date,
  months: number,
): Promise<readonly MonthOfAgency[]> {
  const rows = await prisma.$queryRaw<Record<keyof MonthOfAgency, string | bigint>[]>`
    WITH month AS (
      SELECT m::date AS first FROM generate_series(
        date_trunc('month', ${now}::timestamptz AT TIME ZONE 'Asia/Shanghai') - make_interval(months => ${months - 1}::int),
        date_trunc('month', ${now}::timestamptz AT TIME ZONE 'Asia/Shanghai'), interval '1 month') m
    ), received AS (
      SELECT date_trunc('month', "acceptedAt" AT TIME ZONE 'Asia/Shanghai')::date AS first, count(*) AS accepted,
        count(*) FILTER (WHERE "mode" IN ('TOLERANT_ACCEPTANCE', 'TOLERANT_HANDLING')) AS tolerant
      FROM "ApprovalCase" WHERE "agencyId" = ${organisationId}::uuid AND "acceptedAt" IS NOT NULL GROUP BY 1
    ), ended AS (
      SELECT date_trunc('month', m."closedAt" AT TIME ZONE 'Asia/Shanghai')::date AS first,
        count(*) FILTER (WHERE m."state" = 'FULFILLED') AS kept, count(*) FILTER (WHERE m."state" IN ('MISSED', 'UNTRUE')) AS broken,
        count(*) FILTER (WHERE m."state" = 'FULFILLED' AND m."mode" = 'TOLERANT_ACCEPTANCE') AS "savedCases",
        COALESCE(sum((m."closedAt" AT TIME ZONE 'Asia/Shanghai')::date - (c."acceptedAt" AT TIME ZONE 'Asia/Shanghai')::date)
          FILTER (WHERE m."state" = 'FULFILLED' AND m."mode" = 'TOLERANT_ACCEPTANCE'), 0) AS "daysSaved"
      FROM "Commitment" m JOIN "ApprovalCase" c ON c."id" = m."caseId"
      WHERE c."agencyId" = ${organisationId}::uuid AND m."closedAt" IS NOT NULL GROUP BY 1
    )
    SELECT to_char(month.first, 'YYYY-MM') AS month, COALESCE(accepted, 0) AS accepted, COALESCE(tolerant, 0) AS tolerant, COALESCE(kept, 0) AS kept,
      COALESCE(broken, 0) AS broken, COALESCE("daysSaved", 0) AS "daysSaved", COALESCE("savedCases", 0) AS "savedCases"
    FROM month LEFT JOIN received USING (first) LEFT JOIN ended USING (first) ORDER BY month.first`
  return rows.map(({ month, accepted, tolerant, kept, broken, daysSaved, savedCases }) => ({
    month: String(month),
    accepted: Number(accepted),
    tolerant: Number(tolerant),
    kept: Number(kept),
    broken: Number(broken),
    daysSaved: Number(daysSaved),
    savedCases: Number(savedCases),
  }))
}
