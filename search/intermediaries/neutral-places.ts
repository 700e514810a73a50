import type { Pool, PoolClient } from 'pg'
import { neutralOrderOf } from '#domain/catalogue/neutral-order.ts'
import type { CalendarDay } from '#domain/kernel/calendar-day.ts'

/** Places lie below this number (domain/catalogue/neutral-order.ts). */
const places = 2_147_483_647

/** About so many documents of a day are kept in order: ten times what one search reads. */
const kept = 30_000

/** The order of a day as far as it is kept. */
export interface KeptOrder {
  /** Every document has its place here. */
  readonly isWhole: boolean
}

/** What is kept of a day's order; null while it isn't ready, and then searches sort for themselves. */
export async function keptOrderOf(pool: Pool, day: CalendarDay): Promise<KeptOrder | null> {
  const { rows } = await pool.query<{ lastPlace: number }>(
    'SELECT "lastPlace" FROM "SearchOrderDay" WHERE "day" = $1::date AND "isReady"',
    [day],
  )
  return rows[0] ? { isWhole: rows[0].lastPlace === places } : null
}

/**
 * Keeps the orders of exactly these days. From the moment a day is begun, whoever writes a new document places it too
 * (refresh-search-document.ts); those written before are placed here. Run twice, or killed and run again, it comes to the same.
 * @returns the days that were made ready
 */
export async function keepOrdersOf(pool: Pool, days: readonly CalendarDay[]): Promise<readonly CalendarDay[]> {
  const { rows } = await pool.query<{ day: string }>('SELECT "day"::text FROM "SearchOrderDay" WHERE "isReady"')
  const missing = days.filter((day) => !rows.some((row) => row.day === day))
  for (const day of missing) {
    await inTransaction(pool, (client) => begin(client, day))
    await inTransaction(pool, (client) => fill(client, day))
  }
  if (missing.length > 0 || rows.length > days.length) {
    await pool.query('DELETE FROM "SearchOrderDay" WHERE "day" <> ALL($1::date[])', [days])
    await pool.query('DELETE FROM "SearchPlace" WHERE "day" <> ALL($1::date[])', [days])
    // What is read by the first place must not wade through what was deleted.
    await pool.query('ANALYZE "SearchPlace"')
  }
  return missing
}

/** The lock waits for writers who don't know the day yet; whoever writes after it does. It gives up rather than make others wait. */
async function begin(client: PoolClient, day: CalendarDay): Promise<void> {
  const { rows } = await client.query<{ count: number }>('SELECT count(*)::int AS count FROM "SearchDocument"')
  const count = rows[0]?.count ?? 0
  const lastPlace = count <= kept ? places : Math.ceil((kept / count) * places)
  const { multiplier, shift } = neutralOrderOf(day)
  await client.query("SET LOCAL lock_timeout = '2s'")
  await client.query('LOCK TABLE "SearchDocument" IN SHARE ROW EXCLUSIVE MODE')
  await client.query(
    'INSERT INTO "SearchOrderDay" ("day", "multiplier", "shift", "lastPlace") VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [day, multiplier, shift, lastPlace],
  )
}

async function fill(client: PoolClient, day: CalendarDay): Promise<void> {
  await client.query(
    `INSERT INTO "SearchPlace" ("day", "place", "intermediaryId")
     SELECT o."day", p.place, d."intermediaryId" FROM "SearchOrderDay" o CROSS JOIN "SearchDocument" d
       CROSS JOIN LATERAL (SELECT ((o."multiplier"::bigint * d."neutralTicket" + o."shift") % ${places})::int AS place) p
     WHERE o."day" = $1::date AND p.place <= o."lastPlace" ON CONFLICT DO NOTHING`,
    [day],
  )
  await client.query('UPDATE "SearchOrderDay" SET "isReady" = true WHERE "day" = $1::date', [day])
}

/** Joined to the documents just written, this places the new ones on every day that is kept; the ticket of an id never changes. */
export const placeWritten = `
INSERT INTO "SearchPlace" ("day", "place", "intermediaryId")
SELECT o."day", p.place, w."intermediaryId" FROM written w CROSS JOIN "SearchOrderDay" o
  CROSS JOIN LATERAL (SELECT ((o."multiplier"::bigint * w."neutralTicket" + o."shift") % ${places})::int AS place) p
WHERE p.place <= o."lastPlace" ON CONFLICT DO NOTHING`

async function inTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await work(client)
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
