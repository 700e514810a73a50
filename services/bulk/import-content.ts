import type { Pool } from 'pg'

/** Bytes fetched at a time: the driver holds each as a text of twice the size. */
const sliceBytes = 1024 * 1024

/** The uploaded file of a run; null where it is no longer kept. */
export async function loadImportContent(pool: Pool, id: string): Promise<Buffer | null> {
  const { rows } = await pool.query<{ bytes: number | null }>(
    'SELECT octet_length("content") AS "bytes" FROM "ImportRun" WHERE "id" = $1',
    [id],
  )
  const bytes = rows[0]?.bytes ?? null
  if (bytes === null) return null
  const content = Buffer.allocUnsafe(bytes)
  for (let from = 0; from < bytes; from += sliceBytes) {
    const slice = await pool.query<{ part: Buffer }>(
      'SELECT substring("content" FROM $2 FOR $3) AS "part" FROM "ImportRun" WHERE "id" = $1',
      [id, from + 1, sliceBytes],
    )
    slice.rows[0]?.part.copy(content, from)
  }
  return content
}
