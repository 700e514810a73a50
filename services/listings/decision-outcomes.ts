import type { UseCaseContext } from '../kernel/use-case-context.ts'

/** What became of the decisions of a quarter that found a violation. */
export interface QuarterOutcomes {
  /** `2026Q4`, by the day of the decision in Shanghai. */
  readonly quarter: string
  readonly decided: number
  readonly listed: number
  readonly appealed: number
  readonly upheld: number
  readonly varied: number
  readonly annulled: number
}

/** Quarters shown. */
const QUARTERS = 8

/**
 * How decisions fared, quarter by quarter, the latest last: a body whose decisions fall has something to learn. Decisions that found
 * nothing can't be appealed and don't count. The caller has asked whether the viewer sees every case.
 */
export async function decisionOutcomes({ prisma }: UseCaseContext): Promise<readonly QuarterOutcomes[]> {
  const rows = await prisma.$queryRaw<QuarterOutcomes[]>`
    SELECT to_char(c."decidedAt" AT TIME ZONE 'Asia/Shanghai', 'YYYY"Q"Q') AS "quarter",
      count(*)::int AS "decided",
      (count(*) FILTER (WHERE c."state" = 'DECIDED_LISTED'))::int AS "listed",
      (count(*) FILTER (WHERE a."hasAppeal"))::int AS "appealed",
      (count(*) FILTER (WHERE a."outcome" = 'UPHELD'))::int AS "upheld",
      (count(*) FILTER (WHERE a."outcome" = 'VARIED'))::int AS "varied",
      (count(*) FILTER (WHERE a."outcome" = 'ANNULLED'))::int AS "annulled"
    FROM "ViolationCase" c
    LEFT JOIN LATERAL (
      SELECT count(*) > 0 AS "hasAppeal", max(p."state"::text) FILTER (WHERE p."state" IN ('UPHELD', 'VARIED', 'ANNULLED')) AS "outcome"
      FROM "Appeal" p WHERE p."caseId" = c."id"
    ) a ON true
    WHERE c."decidedAt" IS NOT NULL AND c."isViolationFound"
    GROUP BY 1 ORDER BY 1 DESC LIMIT ${QUARTERS}`
  return rows.reverse()
}
