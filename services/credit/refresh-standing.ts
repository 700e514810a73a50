import { refreshSearchDocument } from '#search/intermediaries/refresh-search-document.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { rebuildStanding } from './rebuild-standing.ts'
import { standingRow } from './standing-row.ts'

/**
 * Writes what now holds for a subject, in the transaction of the fact that changed it, so that search, choice and checks agree at the
 * same instant. Facts about one subject are serialised by its row: two at once count both.
 */
export async function refreshStanding(unit: UnitOfWork, subjectId: string): Promise<void> {
  const { tx } = unit
  await tx.$queryRaw`SELECT 1 FROM "Subject" WHERE "id" = ${subjectId}::uuid FOR NO KEY UPDATE`
  const now = afterWaiting(unit)
  const row = standingRow(await rebuildStanding(tx, subjectId, now), now)
  await tx.creditStanding.upsert({ where: { subjectId }, create: { subjectId, ...row }, update: { ...row, version: { increment: 1 } } })
  const intermediary = await tx.intermediary.findUnique({ where: { subjectId }, select: { id: true } })
  if (intermediary) await refreshSearchDocument(tx, intermediary.id)
}

/** The moment after a lock was got: a fact recorded by whom we waited for may be younger than this unit, and must not be missed. */
export function afterWaiting({ now, context }: UnitOfWork): Date {
  return new Date(Math.max(now.getTime(), context.clock.now().getTime()))
}
