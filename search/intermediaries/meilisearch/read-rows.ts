import type { Pool } from 'pg'
import type { EngineRow } from './document.ts'

const dayOf = (bound: string, open: string) => `coalesce(to_char(${bound}, 'YYYYMMDD')::int, ${open})`

const spansOf = (days: string) =>
  `(SELECT coalesce(jsonb_agg(jsonb_build_array(${dayOf('lower(span)', '0')}, ${dayOf('upper(span)', '99999999')}) ORDER BY lower(span) NULLS FIRST), '[]')
    FROM unnest(${days}) span)`

const columns = `"intermediaryId" AS "id", "version"::text, "name", "nameKey", "uscc", "initials", "isListed", "neutralTicket", "grade",
  "divisionCodes", "minFeeFen", "minDays", ${spansOf('"qualified" - "barred"')} AS "choosable", ${spansOf('"blacklisted"')} AS "blacklisted",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('itemCode', "serviceItemCodes"[at], 'feeFen', "offerFeesFen"[at], 'days', "offerDays"[at],
      'divisionCodes', string_to_array(btrim("offerDivisions"[at]), ' '), 'choosable', ${spansOf('"offerQualified"[at] - "barred"')}) ORDER BY at), '[]')
    FROM generate_subscripts("serviceItemCodes", 1) at) AS "offers"`

/** The oldest rows that the engine hasn't taken over. */
export async function readPendingRows(pool: Pool, limit: number): Promise<readonly EngineRow[]> {
  return read(pool, 'WHERE "version" > "indexedVersion" ORDER BY "version" LIMIT $1', [limit])
}

/** Rows by id. */
export async function readRows(pool: Pool, ids: readonly string[]): Promise<readonly EngineRow[]> {
  return read(pool, 'WHERE "intermediaryId" = ANY($1::uuid[])', [ids])
}

/** Rows written after a version, the earliest first. */
export async function readRowsAfter(pool: Pool, version: string, limit: number): Promise<readonly EngineRow[]> {
  return read(pool, 'WHERE "version" > $1::bigint ORDER BY "version" LIMIT $2', [version, limit])
}

async function read(pool: Pool, which: string, values: readonly unknown[]): Promise<readonly EngineRow[]> {
  const { rows } = await pool.query<EngineRow>(`SELECT ${columns} FROM "SearchDocument" ${which}`, [...values])
  return rows
}

/** Divisions with others below them. */
export async function readWideDivisions(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ code: string }>('SELECT DISTINCT "parentCode" AS code FROM "Division" WHERE "parentCode" IS NOT NULL')
  return new Set(rows.map(({ code }) => code))
}
