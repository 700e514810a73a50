import type { PoolClient } from 'pg'

/** One row of a table by column name; arrays, JSON and days as PostgreSQL reads them from JSON. */
export type BulkRow = Readonly<Record<string, unknown>>

/** Adds rows in one statement. All rows have the columns of the first; the others take their default. */
export async function insertRows(client: PoolClient, table: string, rows: readonly BulkRow[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ')
  await client.query(`INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1::json)`, [
    JSON.stringify(rows),
  ])
}
