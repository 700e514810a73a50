import type { Pool } from 'pg'
import type { EngineIndex } from './engine-index.ts'
import { sendRows } from './feed.ts'
import { readRows, readWideDivisions } from './read-rows.ts'

/** What differed between table and index, and was repaired. */
export interface Reconciled {
  readonly checked: number
  /** Not in the index, or there in another version. */
  readonly outdated: number
  /** In the index, but of no listed firm. */
  readonly surplus: number
}

/** Told after every part: rows compared, of how many. */
export type Progress = (done: number, of: number) => void

const part = 2_000
/** Below every uuid. */
const first = '00000000-0000-0000-0000-000000000000'

/**
 * Compares (id, version) of table and index, part by part, and repairs the index. What changes meanwhile may be sent once more than
 * needed. With an empty index this fills it, and with a half filled one it goes on: a rebuild is nothing else.
 */
export async function reconcile(pool: Pool, index: EngineIndex, progress: Progress = () => undefined): Promise<Reconciled> {
  const total = await pool.query<{ count: number }>('SELECT count(*)::int AS count FROM "SearchDocument"')
  const of = total.rows[0]?.count ?? 0
  const wide = await readWideDivisions(pool)
  const isEmpty = (await index.count()) === 0
  let checked = 0
  let outdated = 0
  for (let after = first; ;) {
    const { rows } = await pool.query<Versioned>(
      `SELECT "intermediaryId" AS id, "version"::text, "isListed" FROM "SearchDocument"
       WHERE "intermediaryId" > $1::uuid ORDER BY "intermediaryId" LIMIT ${part}`,
      [after],
    )
    const last = rows.at(-1)
    if (!last) break
    const old = isEmpty ? rows : await outdatedOf(index, rows)
    await sendRows(
      index,
      await readRows(
        pool,
        old.map(({ id }) => id),
      ),
      wide,
    )
    after = last.id
    checked += rows.length
    outdated += old.length
    progress(checked, Math.max(of, checked))
  }
  return { checked, outdated, surplus: await removeSurplus(pool, index) }
}

interface Versioned {
  readonly id: string
  readonly version: string
  readonly isListed: boolean
}

async function outdatedOf(index: EngineIndex, rows: readonly Versioned[]): Promise<readonly Versioned[]> {
  const held = new Map((await index.versionsOf(rows.map(({ id }) => id))).map(({ id, version }) => [id, version]))
  return rows.filter(({ id, version, isListed }) => held.get(id) !== (isListed ? Number(version) : undefined))
}

/** Documents of no row at all: those of unlisted firms have been taken out with the rows. */
async function removeSurplus(pool: Pool, index: EngineIndex): Promise<number> {
  const surplus: string[] = []
  for (let from = 0; ; from += part) {
    const ids = await index.ids(from, part)
    const { rows } = await pool.query<{ id: string }>(
      'SELECT "intermediaryId" AS id FROM "SearchDocument" WHERE "intermediaryId" = ANY($1::uuid[])',
      [ids],
    )
    const known = new Set(rows.map(({ id }) => id))
    surplus.push(...ids.filter((id) => !known.has(id)))
    if (ids.length < part) break
  }
  for (let from = 0; from < surplus.length; from += part) await index.remove(surplus.slice(from, from + part))
  return surplus.length
}
