import { scoreHoldsUntil } from '#domain/credit/score.ts'
import { refreshSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { CreditFacts } from './load-credit-facts.ts'
import { rebuildStandings } from './rebuild-standing.ts'
import { afterWaiting } from './refresh-standing.ts'

interface Written {
  readonly subjectId: string
  /** Grade or score are others than before. */
  readonly isMoved: boolean
  /** What the search shows of it is another than before. */
  readonly isShownOtherwise: boolean
}

/**
 * What `refreshStanding` does, for many subjects by a handful of statements; search documents are rewritten only where they would say
 * something else. The subjects are locked in one order for everybody.
 * @param known facts of some of them, read since the caller locked these subjects
 * @returns how many moved in grade or score
 */
export async function refreshStandings(
  unit: UnitOfWork,
  subjectIds: readonly string[],
  known?: ReadonlyMap<string, CreditFacts>,
): Promise<number> {
  const { tx } = unit
  await tx.$executeRaw`SELECT 1 FROM "Subject" WHERE "id" = ANY (${[...subjectIds]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`
  const now = afterWaiting(unit)
  const standings = await rebuildStandings(tx, subjectIds, now, known)
  const rows = [...standings].map(([subjectId, standing]) => ({
    subjectId,
    ...standing,
    holdsUntilOn: scoreHoldsUntil(standing),
    computedAt: now,
  }))
  const written = await tx.$queryRaw<Written[]>`
    WITH fresh AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s("subjectId" uuid, "grade" text, "gradeOffList" text, "score" float8,
        "reviewScore" float8, "conductScore" float8, "missCount" int, "lists" jsonb, "bars" jsonb, "explanation" jsonb, "ruleSetVersion" text,
        "holdsUntilOn" date, "computedAt" timestamptz)
    ), before AS (
      SELECT c."subjectId", c."grade", c."gradeOffList", c."score", c."lists", c."bars"
      FROM "CreditStanding" c JOIN fresh USING ("subjectId")
    ), saved AS (
      INSERT INTO "CreditStanding" AS held ("subjectId", "grade", "gradeOffList", "score", "reviewScore", "conductScore", "missCount", "lists",
        "bars", "explanation", "ruleSetVersion", "holdsUntilOn", "computedAt", "version")
      SELECT "subjectId", "grade", "gradeOffList", "score", "reviewScore", "conductScore", "missCount", "lists", "bars", "explanation",
        "ruleSetVersion", "holdsUntilOn", "computedAt", 1
      FROM fresh ORDER BY "subjectId"
      ON CONFLICT ("subjectId") DO UPDATE SET "grade" = EXCLUDED."grade", "gradeOffList" = EXCLUDED."gradeOffList", "score" = EXCLUDED."score",
        "reviewScore" = EXCLUDED."reviewScore", "conductScore" = EXCLUDED."conductScore", "missCount" = EXCLUDED."missCount",
        "lists" = EXCLUDED."lists", "bars" = EXCLUDED."bars", "explanation" = EXCLUDED."explanation",
        "ruleSetVersion" = EXCLUDED."ruleSetVersion", "holdsUntilOn" = EXCLUDED."holdsUntilOn", "computedAt" = EXCLUDED."computedAt",
        "version" = held."version" + 1
    )
    SELECT fresh."subjectId",
      (fresh."grade", fresh."score") IS DISTINCT FROM (before."grade", before."score") AS "isMoved",
      (fresh."gradeOffList", fresh."lists", fresh."bars") IS DISTINCT FROM (before."gradeOffList", before."lists", before."bars")
        AS "isShownOtherwise"
    FROM fresh LEFT JOIN before USING ("subjectId")`
  const shown = written.filter(({ isShownOtherwise }) => isShownOtherwise).map(({ subjectId }) => subjectId)
  const moved = written.filter(({ isMoved }) => isMoved).length
  if (shown.length === 0) return moved
  const firms = await tx.intermediary.findMany({ where: { subjectId: { in: shown } }, select: { id: true } })
  await refreshSearchDocuments(
    tx,
    firms.map(({ id }) => id),
  )
  return moved
}
