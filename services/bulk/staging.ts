import type { RowFault } from '#domain/bulk/import-run.ts'
import type { Tx } from '#prisma/client.ts'

/** Opens the temporary tables of one import; they go with its transaction. */
export async function openStaging(tx: Tx, staging: Readonly<Record<string, string>>): Promise<void> {
  const columns = Object.entries(staging).map(([name, type]) => `"${name}" ${type}`)
  for (const statement of [
    // The whole table is sorted and joined in memory.
    `SET LOCAL work_mem = '64MB'`,
    // Few thousand rows tell how the temporary tables are to be joined.
    `SET LOCAL default_statistics_target = 10`,
    `CREATE TEMP TABLE import_row ("row" int NOT NULL, ${columns.join(', ')}) ON COMMIT DROP`,
    `CREATE TEMP TABLE import_fault ("row" int, "column" text, "value" text, "code" text, "facts" jsonb) ON COMMIT DROP`,
    `CREATE TEMP TABLE import_change ("row" int, "key" text, "name" text, "isNew" boolean, "fields" text[]) ON COMMIT DROP`,
  ]) {
    await tx.$executeRawUnsafe(statement)
  }
}

/** Adds rows to import_row, some hundred at a time. */
export async function stageRows(
  tx: Tx,
  staging: Readonly<Record<string, string>>,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  if (rows.length === 0) return
  const names = ['row', ...Object.keys(staging)].map((name) => `"${name}"`).join(', ')
  const types = ['"row" int', ...Object.entries(staging).map(([name, type]) => `"${name}" ${type}`)].join(', ')
  await tx.$executeRawUnsafe(
    `INSERT INTO import_row (${names}) SELECT ${names} FROM json_to_recordset($1::json) AS r(${types})`,
    JSON.stringify(rows),
  )
}

export async function stageFaults(tx: Tx, faults: readonly RowFault[]): Promise<void> {
  if (faults.length === 0) return
  await tx.$executeRawUnsafe(
    `INSERT INTO import_fault SELECT * FROM json_to_recordset($1::json) AS f("row" int, "column" text, "value" text, "code" text, "facts" jsonb)`,
    JSON.stringify(faults),
  )
}

/** After loading, so that joins with the register are planned for as many rows as there are. */
export const analyseStaging = (tx: Tx) => tx.$executeRawUnsafe('ANALYZE import_row')

export async function countFaults(tx: Tx): Promise<number> {
  const [row] = await tx.$queryRawUnsafe<{ n: number }[]>('SELECT count(*)::int AS n FROM import_fault')
  return row?.n ?? 0
}

/** The first faults in the order of the file. */
export async function firstFaults(tx: Tx, most: number): Promise<readonly RowFault[]> {
  return tx.$queryRawUnsafe<RowFault[]>(
    `SELECT "row", "column", coalesce("value", '') AS "value", "code", coalesce("facts", '{}') AS "facts" FROM import_fault
     ORDER BY "row", "column" NULLS FIRST, "code" LIMIT $1`,
    most,
  )
}
