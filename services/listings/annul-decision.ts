import { annulCreditEvent } from '../credit/annul-credit-event.ts'
import { refreshStanding } from '../credit/refresh-standing.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordStep } from '../procedures/record-step.ts'
import { settleMootRemedies } from '../remedies/settle-moot-remedies.ts'
import { endListEntry } from './end-list-entry.ts'
import { endSuspensions } from './end-suspensions.ts'
import { restoreToRedList } from './restore-to-red-list.ts'

/**
 * Undoes what a decision in a violation case brought about, as if it had never been made (rulebook R5): its entry with all effects, the points
 * of its finding, what was left of a suspension. The case keeps its decision as a document; the appeal, or whatever annulled it, says what
 * became of it. In the transaction of that cause, whose receivers are told by the end of the entry.
 */
export async function annulDecision(unit: UnitOfWork, caseId: string, reason: string): Promise<void> {
  const { tx } = unit
  await tx.$queryRaw`SELECT 1 FROM "ViolationCase" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`
  const row = await tx.violationCase.findUniqueOrThrow({
    where: { id: caseId },
    include: { listEntries: { where: { status: { in: ['ACTIVE', 'REPAIRED'] } }, select: { id: true, number: true } } },
  })
  await settleMootRemedies(unit, caseId, reason)
  for (const { id } of row.listEntries) await endListEntry(unit, id, { as: 'ANNULLED', reason })
  const findings = await tx.creditEvent.findMany({ where: { sourceType: 'ViolationCase', sourceId: caseId, annulledAt: null } })
  for (const { id } of findings) await annulCreditEvent(unit, id, reason)
  const suspensions = await endSuspensions(unit, caseId, reason)
  const { decisionNumber } = row
  await recordStep(unit, {
    procedure: 'VIOLATION_CASE',
    entityId: caseId,
    kind: 'DECISION_ANNULLED',
    audience: 'PARTIES',
    facts: { decisionNumber },
  })
  await unit.audit({
    action: 'listings.annulDecision',
    entity: 'ViolationCase',
    entityId: caseId,
    before: { decisionNumber, entries: row.listEntries.map(({ number }) => number) },
    after: { entries: [], findingsAnnulled: findings.length, suspensionsEnded: suspensions },
    basis: reason,
  })
  await restoreToRedList(unit, row.subjectId)
  await refreshStanding(unit, row.subjectId)
}
