import { finalViolationStates } from '#domain/listings/violation-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { endSuspensions } from './end-suspensions.ts'

const REASON = '引发本案的未履行承诺记录已被撤销，视为自始不存在。'

/**
 * Ends a listing case whose trigger no longer stands: an open one is closed, a list entry is annulled the same day (rulebook R1:
 * an annulled miss is as if it had never been). In the transaction that annulled the breach; the caller refreshes the standing.
 */
export async function annulBrokenCommitmentsCase(unit: UnitOfWork, caseId: string): Promise<void> {
  const { tx, now } = unit
  await tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`
  const row = await tx.violationCase.findUniqueOrThrow({ where: { id: caseId }, include: { listEntries: { where: { status: 'ACTIVE' } } } })
  const isOpen = !finalViolationStates.includes(row.state)
  if (!isOpen && row.listEntries.length === 0) return
  const after = isOpen ? { state: 'CLOSED_NO_FINDING' as const, closedAt: now, closeReasons: REASON } : {}
  await tx.violationCase.update({ where: { id: caseId }, data: { ...after, version: { increment: 1 } } })
  await tx.listEntry.updateMany({ where: { caseId, status: 'ACTIVE' }, data: { status: 'ANNULLED', endedAt: now, endReason: REASON } })
  await endSuspensions(unit, caseId, REASON)
  await unit.audit({
    action: 'listings.annulBrokenCommitmentsCase',
    entity: 'ViolationCase',
    entityId: caseId,
    before: { state: row.state, entries: row.listEntries.map(({ number }) => number) },
    after: { state: isOpen ? 'CLOSED_NO_FINDING' : row.state, entries: [] },
    basis: REASON,
  })
  await unit.outbox(isOpen ? 'listings.closed' : 'listings.entryAnnulled', 'ViolationCase', caseId)
}
