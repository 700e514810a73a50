import { importLimits } from '#domain/bulk/import-run.ts'
import type { ImportSummary } from '#domain/bulk/import-run.ts'
import type { Tx } from '#prisma/client.ts'

/** What the changes come to, by key: a firm on three rows is one firm. A change with the field `removed` takes something away. */
export async function summarise(tx: Tx, ignoredColumns: readonly string[]): Promise<ImportSummary> {
  const [counts] = await tx.$queryRawUnsafe<{ added: number; changed: number; removed: number }[]>(`
    WITH of_key AS (SELECT "key", bool_or("isNew") AS "isNew", bool_or('removed' = ANY ("fields")) AS "isRemoved" FROM import_change GROUP BY "key")
    SELECT count(*) FILTER (WHERE "isNew")::int AS "added", count(*) FILTER (WHERE "isRemoved")::int AS "removed",
      count(*) FILTER (WHERE NOT "isNew" AND NOT "isRemoved")::int AS "changed" FROM of_key`)
  const [rest] = await tx.$queryRawUnsafe<{ unchanged: number }[]>(`
    SELECT count(DISTINCT "key")::int AS "unchanged" FROM import_row r
    WHERE NOT EXISTS (SELECT FROM import_change c WHERE c."key" = r."key")`)
  const fields = await tx.$queryRawUnsafe<{ field: string; n: number }[]>(`
    SELECT f AS "field", count(DISTINCT "key")::int AS n FROM import_change, unnest("fields") f
    WHERE NOT "isNew" AND f <> 'removed' GROUP BY f ORDER BY n DESC, f`)
  const sample = await tx.$queryRawUnsafe<ImportSummary['sample'][number][]>(
    `SELECT "row", "key", "name", "isNew", "fields" FROM import_change ORDER BY "row" LIMIT $1`,
    importLimits.samplesKept,
  )
  const { added = 0, changed = 0, removed = 0 } = counts ?? {}
  return {
    ...{ added, changed, removed },
    unchanged: rest?.unchanged ?? 0,
    changedFields: Object.fromEntries(fields.map(({ field, n }) => [field, n])),
    sample,
    ignoredColumns: ignoredColumns.slice(0, 50),
  }
}
