import type { TiedAgency } from '#domain/intermediaries/affiliation.ts'
import type { Tx } from '#prisma/client.ts'

/** Agencies by their id as a tie to them counts: each with its own division and all that lie in it. An id that is no agency is left out. */
export async function areaBelow(tx: Tx, agencyIds: readonly string[]): Promise<ReadonlyMap<string, TiedAgency>> {
  const ids = [...new Set(agencyIds)]
  if (ids.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ id: string; name: string; kind: string | null; divisionCodes: string[] }[]>`
    SELECT o."id", o."nameZh" AS "name", o."agencyKindZh" AS "kind", (
      WITH RECURSIVE down AS (
        SELECT o."divisionCode" AS "code" UNION SELECT d."code" FROM "Division" d JOIN down ON d."parentCode" = down."code"
      ) SELECT array_agg("code" ORDER BY "code") FROM down) AS "divisionCodes"
    FROM "Organisation" o WHERE o."id" = ANY(${ids}::uuid[]) AND o."kind" = 'AGENCY'`
  return new Map(rows.map(({ id, kind, ...agency }) => [id, { ...agency, kind: kind ?? '' }]))
}
