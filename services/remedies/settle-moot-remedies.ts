import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { appealedCaseFacts, decisionWithoutChain } from './appealed-decision.ts'
import { appealState, decideAppealStep, saveAppealStep } from './lock-appeal.ts'
import { decideRepairStep, repairState, saveRepairStep } from './lock-repair.ts'
import { repairableEntry, repairableFacts } from './repairable-entry.ts'

/**
 * Ends what is still asked for against a decision that falls: an open appeal has got what it asked for, and a repair has nothing left to
 * repair. In the transaction of the annulment, whose case is locked; the documents stay, with the reason.
 */
export async function settleMootRemedies(unit: UnitOfWork, caseId: string, reason: string): Promise<void> {
  const { tx, now } = unit
  const closed = { decidedAt: now, decisionReasons: reason } as const
  const appeals = await tx.appeal.findMany({
    where: { caseId, state: { in: ['FILED', 'UNDER_REVIEW'] } },
    include: { case: { include: appealedCaseFacts } },
  })
  for (const row of appeals) {
    const decision = decisionWithoutChain(row.case, row.id)
    await decideAppealStep(unit, { state: appealState(row), decision }, { type: 'RECORD_ANNULMENT' }, 'DECISION_FELL')
    const line = { action: 'remedies.settleAppeal', basis: reason, kind: 'APPEAL_SETTLED' } as const
    await saveAppealStep(unit, { row }, { state: 'ANNULLED', ...closed }, line)
  }
  const repairs = await tx.creditRepair.findMany({
    where: { entry: { caseId }, state: 'FILED' },
    include: { entry: { include: repairableFacts } },
  })
  for (const row of repairs) {
    const entry = repairableEntry(row.entry, row.id)
    await decideRepairStep(unit, { state: repairState(row), entry }, { type: 'RECORD_ANNULMENT' }, 'REPAIR_WITHDRAWN')
    const line = { action: 'remedies.settleRepair', basis: reason, kind: 'REPAIR_SETTLED' } as const
    await saveRepairStep(unit, { row }, { state: 'WITHDRAWN', ...closed }, line)
  }
}
