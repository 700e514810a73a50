import type { Pool } from 'pg'
import { engineDocumentOf } from './document.ts'
import type { EngineRow } from './document.ts'
import type { EngineIndex } from './engine-index.ts'
import { readPendingRows, readWideDivisions } from './read-rows.ts'

/** Documents a request: some hundred kilobytes. */
const batch = 1_000
/** The advisory lock under which one feeder of all processes works. */
const feederLock = 7_700_001

export interface Fed {
  /** Rows taken over; null: another feeder is at it. */
  readonly fed: number | null
}

/**
 * Brings every row whose version the engine doesn't have, batch by batch, and notes the version once the engine has done its task.
 *
 * No row is locked meanwhile: a lock held across the network would make a firm's own change wait for the engine. Instead one feeder at a
 * time works (an advisory lock), and a row that changed on the way stays pending: what was sent is old, and may even have come after what
 * another feeder, who lost its lock with its connection, sent. Sending twice does no harm. A batch that fails is sent again next time.
 * @throws EngineError when the engine is down or a task failed
 */
export async function feedEngine(pool: Pool, index: EngineIndex): Promise<Fed> {
  const lock = await pool.connect()
  try {
    const { rows } = await lock.query<{ isMine: boolean }>('SELECT pg_try_advisory_lock($1) AS "isMine"', [feederLock])
    if (!rows[0]?.isMine) return { fed: null }
    try {
      return { fed: await feedAll(pool, index) }
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [feederLock])
    }
  } finally {
    lock.release()
  }
}

async function feedAll(pool: Pool, index: EngineIndex): Promise<number> {
  const wide = await readWideDivisions(pool)
  for (let fed = 0; ;) {
    const rows = await readPendingRows(pool, batch)
    if (rows.length === 0) return fed
    await sendRows(index, rows, wide)
    await noteIndexed(pool, rows)
    fed += rows.length
  }
}

/** Puts listed firms, and takes out those that are no longer. */
export async function sendRows(index: EngineIndex, rows: readonly EngineRow[], wide: ReadonlySet<string>): Promise<void> {
  await index.put(rows.filter(({ isListed }) => isListed).map((row) => engineDocumentOf(row, wide)))
  await index.remove(rows.filter(({ isListed }) => !isListed).map(({ id }) => id))
}

/** A row that was written again on the way is pending, whatever was noted for it meanwhile. */
async function noteIndexed(pool: Pool, rows: readonly EngineRow[]): Promise<void> {
  await pool.query(
    `UPDATE "SearchDocument" d SET "indexedVersion" = CASE WHEN d."version" = sent.version THEN sent.version ELSE 0 END
     FROM unnest($1::uuid[], $2::bigint[]) AS sent(id, version) WHERE d."intermediaryId" = sent.id`,
    [rows.map(({ id }) => id), rows.map(({ version }) => version)],
  )
}
