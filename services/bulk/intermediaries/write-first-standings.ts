import { computeStanding } from '#domain/credit/standing.ts'
import { platformMeanOn } from '../../credit/load-platform-means.ts'
import { standingRuleSetsOf } from '../../credit/load-rule-sets.ts'
import { standingRow } from '../../credit/standing-row.ts'
import { unwrap } from '../../kernel/unwrap.ts'
import type { ImportAtWork } from '../import-procedure.ts'

/**
 * The standing of firms that just entered: nothing is on record, so that it depends on the day of listing alone and is computed once a day
 * of listing, by the same function as everyone's.
 */
export async function writeFirstStandings({ unit, today }: ImportAtWork): Promise<void> {
  const { tx, now } = unit
  const platformMeanReview = await platformMeanOn(tx, now)
  const days = await tx.$queryRaw<{ listedOn: string }[]>`
    SELECT DISTINCT coalesce("listedOn", ${today}::date)::text AS "listedOn" FROM import_firm WHERE "isNew"`
  const ruleSets = await standingRuleSetsOf(tx)
  const nothing = { events: [], reviews: [], entries: [], suspensions: [], breaches: [], toleranceListings: [] }
  const standings = days.map(({ listedOn }) => {
    const facts = { listedOn, ...nothing, platformMeanReview }
    return { listedOn, ...standingRow(unwrap(computeStanding(facts, ruleSets, now)), now) }
  })
  await tx.$executeRaw`
    INSERT INTO "CreditStanding" ("subjectId", "grade", "gradeOffList", "score", "reviewScore", "conductScore", "missCount", "lists", "bars", "explanation",
      "ruleSetVersion", "holdsUntilOn", "computedAt", "version")
    SELECT f."subjectId", s."grade", s."gradeOffList", s."score", s."reviewScore", s."conductScore", s."missCount", s."lists", s."bars", s."explanation",
      s."ruleSetVersion", s."holdsUntilOn", s."computedAt", 1
    FROM import_firm f JOIN jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) AS s("listedOn" date, "grade" text, "gradeOffList" text, "score" float8,
      "reviewScore" float8, "conductScore" float8, "missCount" int, "lists" jsonb, "bars" jsonb, "explanation" jsonb, "ruleSetVersion" text,
      "holdsUntilOn" date, "computedAt" timestamptz) ON s."listedOn" = coalesce(f."listedOn", ${today}::date)
    WHERE f."isNew"`
}
