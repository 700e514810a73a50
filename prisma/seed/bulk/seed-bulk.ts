import { systemViewer } from '#domain/access/viewer.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { writeSearchDocuments } from '#search/intermediaries/refresh-search-document.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import type { Platform } from '#services/kernel/use-case-context.ts'
import { retainedItems } from '../invented/catalogue.ts'
import { bulkId } from './bulk-id.ts'
import { bulkRowsOf } from './bulk-rows.ts'
import type { BulkRows } from './bulk-rows.ts'
import { insertRows } from './insert-rows.ts'

/** Firms a transaction: a kill loses no more than this. */
const chunk = 2_000

/**
 * Brings the number of invented intermediaries of the large load to `count`, beside whatever else is registered: the same kinds of
 * rows as by the use cases, written thousands at a time. Goes on where an earlier load stopped; never removes any.
 * The reference data must be there.
 */
export async function seedBulk(platform: Platform, count: number, say: (line: string) => void): Promise<void> {
  const now = platform.clock.now()
  const options = { items: await retainedItems(platform), identityVault: platform.identityVault, today: shanghaiDayOf(now), now }
  const first = await platform.prisma.intermediary.count({
    where: { id: { gte: bulkId('intermediary', 0), lt: bulkId('qualification', 0) } },
  })
  let writing = Promise.resolve()
  for (let from = first; from < count; from += chunk) {
    const to = Math.min(from + chunk, count)
    const rows = await bulkRowsOf(from, to, options)
    await writing
    writing = write(platform, rows).then(() => {
      if (to % 10_000 === 0 || to === count) say(`${to} of ${count} intermediaries`)
    })
    // Thrown where it is awaited; until then it must not end the process.
    writing.catch(() => undefined)
  }
  await writing
  if (first >= count) return
  await runInTransaction({ ...platform, viewer: systemViewer, requestId: 'bulk seed' }, (unit) =>
    unit.audit({
      action: 'intermediary.registerInvented',
      entity: 'Intermediary',
      entityId: bulkId('intermediary', first),
      after: { first, count },
    }),
  )
  say('statistics for the query planner')
  await platform.pool.query('VACUUM ANALYZE')
}

async function write({ pool }: Platform, { tables, documents }: BulkRows): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    // A chunk lost in a power cut is simply loaded again.
    await client.query('SET LOCAL synchronous_commit = off')
    for (const [table, rows] of tables) await insertRows(client, table, rows)
    await client.query(writeSearchDocuments, [JSON.stringify(documents)])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
