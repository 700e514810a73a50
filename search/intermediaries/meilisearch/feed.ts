import type { Pool } from 'pg'
import { engineDocumentOf } from './document.ts'
import type { EngineRow } from './document.ts'
import type { EngineIndex } from './engine-index.ts'
import { readPendingRows, readWideDivisions } from './read-rows.ts'

/** Documents a request: some hundred kilobytes. */
const batch = 1_000
/** Batches under one lock: a rebuild that waits for it gets its turn between them, however much is being written. */
const batchesAtOnce = 5
/** The advisory lock of the one process that brings documents to the live index. */
const feederLock = 7_700_001

export interface Fed {
  /** Rows taken over. */
  readonly fed: number
  /** Another feeder, or the end of a rebuild, is at it. */
  readonly isBusy: boolean
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
    const wide = await readWideDivisions(pool)
    for (let fed = 0; ;) {
      const { rows } = await lock.query<{ isMine: boolean }>('SELECT pg_try_advisory_lock($1) AS "isMine"', [feederLock])
      if (!rows[0]?.isMine) return { fed, isBusy: true }
      const more = await feedSome(pool, index, wide).finally(() => lock.query('SELECT pg_advisory_unlock($1)', [feederLock]))
      fed += more
      if (more < batch * batchesAtOnce) return { fed, isBusy: false }
    }
  } finally {
    lock.release()
  }
}

/** Waits for the feeder at work, if any, and keeps others away until `work` is done. */
export async function withoutFeeders(pool: Pool, work: () => Promise<void>): Promise<void> {
  const lock = await pool.connect()
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [feederLock])
    await work().finally(() => lock.query('SELECT pg_advisory_unlock($1)', [feederLock]))
  } finally {
    lock.release()
  }
}

async function feedSome(pool: Pool, index: EngineIndex, wide: ReadonlySet<string>): Promise<number> {
  let fed = 0
  for (let round = 0; round < batchesAtOnce; round += 1) {
    const rows = await readPendingRows(pool, batch)
    await sendRows(index, rows, wide)
    await noteIndexed(pool, rows)
    fed += rows.length
    if (rows.length < batch) break
  }
  return fed
}

/** Puts listed firms, and takes out those that are no longer. */
export async function sendRows(index: EngineIndex, rows: readonly EngineRow[], wide: ReadonlySet<string>): Promise<void> {
  await index.put(rows.filter(({ isListed }) => isListed).map((row) => engineDocumentOf(row, wide)))
  await index.remove(rows.filter(({ isListed }) => !isListed).map(({ id }) => id))
}

/** A row that was written again on the way is pending, whatever was noted for it meanwhile. */
async function noteIndexed(pool: Pool, rows: readonly EngineRow[]): Promise<void> {
  if (rows.length === 0) return
  await pool.query(
    `UPDATE "SearchDocument" d SET "indexedVersion" = CASE WHEN d."version" = sent.version THEN sent.version ELSE 0 END
     FROM unnest($1::uuid[], $2::bigint[]) AS sent(id, version) WHERE d."intermediaryId" = sent.id`,
    [rows.map(({ id }) => id), rows.map(({ version }) => version)],
  )
}
