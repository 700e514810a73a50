import { finalViolationStates } from '#domain/listings/violation-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { annulDecision } from './annul-decision.ts'
import { endSuspensions } from './end-suspensions.ts'
import { recordCaseStep } from './record-case-step.ts'

const REASON = '引发本案的未履行承诺记录已被撤销，视为自始不存在。'

/**
 * Ends a listing case whose trigger no longer stands: an open one is closed, a decision is annulled the same day (rulebook R1: an annulled
 * miss is as if it had never been). In the transaction that annulled the breach; the caller refreshes the standing.
 */
export async function annulBrokenCommitmentsCase(unit: UnitOfWork, caseId: string): Promise<void> {
  const { tx, now } = unit
  await tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`
  const row = await tx.violationCase.findUniqueOrThrow({ where: { id: caseId } })
  if (row.state === 'DECIDED_LISTED') {
    await tx.violationCase.update({ where: { id: caseId }, data: { version: { increment: 1 } } })
    return annulDecision(unit, caseId, REASON)
  }
  if (finalViolationStates.includes(row.state)) return
  const after = { state: 'CLOSED_NO_FINDING' as const, closedAt: now, closeReasons: REASON }
  await tx.violationCase.update({ where: { id: caseId }, data: { ...after, version: { increment: 1 } } })
  // Nothing is left to be heard about.
  await tx.hearing.updateMany({ where: { caseId, state: { in: ['REQUESTED', 'SCHEDULED'] } }, data: { state: 'WAIVED', record: REASON } })
  await endSuspensions(unit, caseId, REASON)
  await recordCaseStep(unit, caseId, 'BASIS_ANNULLED')
  await unit.audit({
    action: 'listings.annulBrokenCommitmentsCase',
    entity: 'ViolationCase',
    entityId: caseId,
    before: { state: row.state },
    after: { state: 'CLOSED_NO_FINDING' },
    basis: REASON,
  })
  await unit.outbox('listings.closed', 'ViolationCase', caseId)
}
