import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import type { Engine } from './engine.ts'
import type { EngineIndex } from './engine-index.ts'
import { engineIndex, indexUids, swapIndexes } from './engine-index.ts'
import { feedEngine, sendRows, withoutFeeders } from './feed.ts'
import { readRowsAfter, readWideDivisions } from './read-rows.ts'
import type { Progress } from './reconcile.ts'
import { reconcile } from './reconcile.ts'
import { indexPrefix, nextUidOf } from './settings.ts'

export interface RebuildOptions {
  readonly pool: Pool
  readonly engine: Engine
  readonly uid: string
  readonly progress?: Progress
  /** Whether indexes of other formats go too; while programs of two formats run, each needs its own. */
  readonly isCleaning?: boolean
}

/** The advisory lock of the one rebuild that may be at work. */
const rebuildLock = 7_700_002
const batch = 1_000
/** Rounds of catching up before the swap; what is still missing then comes right after it. */
const mostRounds = 3
const fewEnough = 100

/**
 * Builds the index anew beside the live one, which goes on answering and being fed, and swaps the two.
 *
 * Fill, catch up, swap, replay: versions take the place of writing to both. Everything up to a version that no open transaction can
 * still fall below is in the new index; what came after is sent before the swap, with the feed held, and what comes after that is noted
 * as pending, so that the feed brings it. Killed at any time, it is simply run again: a half filled index is gone on with, one without a use is dropped. Killed between
 * swap and replay, the nightly reconcile brings what is missing.
 * @returns false when another rebuild is at work
 */
export async function rebuildIndex(options: RebuildOptions): Promise<boolean> {
  const lock = await options.pool.connect()
  try {
    const { rows } = await lock.query<{ isMine: boolean }>('SELECT pg_try_advisory_lock($1) AS "isMine"', [rebuildLock])
    if (!rows[0]?.isMine) return false
    try {
      await rebuild(options)
      return true
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [rebuildLock])
    }
  } finally {
    lock.release()
  }
}

async function rebuild({ pool, engine, uid, progress, isCleaning = false }: RebuildOptions): Promise<void> {
  const live = engineIndex(engine, uid)
  const next = engineIndex(engine, nextUidOf(uid))
  await next.prepare()
  const filledFrom = await settledVersion(pool)
  await reconcile(pool, next, progress)
  const nearly = await catchUp(pool, next, filledFrom)
  // A document on its way to the live index would arrive in the one that is about to go, and be noted as there.
  await withoutFeeders(pool, async () => {
    const caughtUp = await catchUp(pool, next, nearly)
    await swapIndexes(engine, next, live)
    await noteSwapped(pool, caughtUp)
  })
  await next.drop()
  await feedEngine(pool, live)
  if (!isCleaning) return
  const others = (await indexUids(engine)).filter((other) => other.startsWith(indexPrefix) && other !== uid)
  for (const other of others) await engineIndex(engine, other).drop()
}

/** What came after the catching up went to the index that is now gone: it is pending again. What was caught up is done. */
async function noteSwapped(pool: Pool, caughtUp: string): Promise<void> {
  await pool.query('UPDATE "SearchDocument" SET "indexedVersion" = 0 WHERE "version" > $1::bigint AND "indexedVersion" > 0', [caughtUp])
  for (;;) {
    // A few at a time: writers wait for the rows.
    const { rowCount } = await pool.query(
      `UPDATE "SearchDocument" SET "indexedVersion" = "version" WHERE "version" <= $1::bigint AND "intermediaryId" IN (
         SELECT "intermediaryId" FROM "SearchDocument" WHERE "version" > "indexedVersion" AND "version" <= $1::bigint LIMIT ${batch})`,
      [caughtUp],
    )
    if (!rowCount) return
  }
}

/** Sends what was written meanwhile until it is little. @returns the version up to which the index has everything */
async function catchUp(pool: Pool, next: EngineIndex, filledFrom: string): Promise<string> {
  const wide = await readWideDivisions(pool)
  let from = filledFrom
  for (let round = 0; round < mostRounds; round += 1) {
    const upTo = await settledVersion(pool)
    let sent = 0
    for (let after = from; ;) {
      const rows = await readRowsAfter(pool, after, batch)
      await sendRows(next, rows, wide)
      sent += rows.length
      after = rows.at(-1)?.version ?? after
      if (rows.length < batch) break
    }
    from = upTo
    if (sent < fewEnough) break
  }
  return from
}

/**
 * A version that everything later committed lies above: the lock waits for writers under way, who took theirs before. It gives up soon
 * rather than let others wait behind it, and tries again.
 */
async function settledVersion(pool: Pool): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const client = await pool.connect()
    try {
      return await readSettled(client)
    } catch (error) {
      await client.query('ROLLBACK')
      if (attempt >= 20 || (error as { code?: string }).code !== lockNotAvailable) throw error
    } finally {
      client.release()
    }
    await sleep(500)
  }
}
const lockNotAvailable = '55P03'

async function readSettled(client: PoolClient): Promise<string> {
  await client.query('BEGIN')
  await client.query("SET LOCAL lock_timeout = '1s'")
  await client.query('LOCK TABLE "SearchDocument" IN SHARE ROW EXCLUSIVE MODE')
  const { rows } = await client.query<{ version: string }>('SELECT "last_value"::text AS version FROM "search_document_version"')
  await client.query('COMMIT')
  return rows[0]?.version ?? '0'
}
