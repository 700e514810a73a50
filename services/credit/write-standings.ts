import { scoreHoldsUntil } from '#domain/credit/score.ts'
import type { CreditStanding } from '#domain/credit/standing.ts'
import type { Tx } from '#prisma/client.ts'

/** What a written standing changed. */
export interface WrittenStanding {
  /** Null for whom no search finds. */
  readonly intermediaryId: string | null
  /** Grade or score are others than before. */
  readonly isMoved: boolean
  /** The letter that the search shows is another. */
  readonly isRegraded: boolean
  /** The days on lists or bars are others, or there was no standing. */
  readonly isBarredOtherwise: boolean
}

/** Writes the standings of subjects whose rows the caller holds, by one statement, and tells what that changed. */
export async function writeStandings(
  tx: Tx,
  standings: ReadonlyMap<string, CreditStanding>,
  computedAt: Date,
): Promise<readonly WrittenStanding[]> {
  const rows = [...standings].map(([subjectId, standing]) => ({ subjectId, ...standing, holdsUntilOn: scoreHoldsUntil(standing) }))
  return tx.$queryRaw<WrittenStanding[]>`
    WITH fresh AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s("subjectId" uuid, "grade" text, "gradeOffList" text, "score" float8,
        "reviewScore" float8, "conductScore" float8, "missCount" int, "lists" jsonb, "bars" jsonb, "explanation" jsonb, "ruleSetVersion" text,
        "holdsUntilOn" date)
    ), before AS (
      SELECT c."subjectId", c."grade", c."gradeOffList", c."score", c."lists", c."bars"
      FROM "CreditStanding" c WHERE c."subjectId" = ANY (${[...standings.keys()]}::uuid[])
    ), saved AS (
      INSERT INTO "CreditStanding" AS held ("subjectId", "grade", "gradeOffList", "score", "reviewScore", "conductScore", "missCount", "lists",
        "bars", "explanation", "ruleSetVersion", "holdsUntilOn", "computedAt", "version")
      SELECT "subjectId", "grade", "gradeOffList", "score", "reviewScore", "conductScore", "missCount", "lists", "bars", "explanation",
        "ruleSetVersion", "holdsUntilOn", ${computedAt}::timestamptz, 1
      FROM fresh
      ON CONFLICT ("subjectId") DO UPDATE SET "grade" = EXCLUDED."grade", "gradeOffList" = EXCLUDED."gradeOffList", "score" = EXCLUDED."score",
        "reviewScore" = EXCLUDED."reviewScore", "conductScore" = EXCLUDED."conductScore", "missCount" = EXCLUDED."missCount",
        "lists" = EXCLUDED."lists", "bars" = EXCLUDED."bars", "explanation" = EXCLUDED."explanation",
        "ruleSetVersion" = EXCLUDED."ruleSetVersion", "holdsUntilOn" = EXCLUDED."holdsUntilOn", "computedAt" = EXCLUDED."computedAt",
        "version" = held."version" + 1
      RETURNING "subjectId", "grade", "gradeOffList", "score", "lists", "bars"
    )
    SELECT i."id" AS "intermediaryId", (saved."grade", saved."score") IS DISTINCT FROM (before."grade", before."score") AS "isMoved",
      saved."gradeOffList" IS DISTINCT FROM before."gradeOffList" AS "isRegraded",
      (saved."lists", saved."bars") IS DISTINCT FROM (before."lists", before."bars") AS "isBarredOtherwise"
    FROM saved LEFT JOIN before USING ("subjectId") LEFT JOIN "Intermediary" i USING ("subjectId")`
}
