import type { UnitOfWork } from '../kernel/run-use-case.ts'

/**
 * Ends what is still asked for against a decision that has just been annulled: an open appeal has got what it asked for, and a repair has
 * nothing left to repair. The documents stay, with the reason.
 */
export async function settleMootRemedies({ tx, now }: UnitOfWork, caseId: string, reason: string): Promise<void> {
  const closed = { decidedAt: now, decisionReasons: reason, version: { increment: 1 } } as const
  await tx.appeal.updateMany({ where: { caseId, state: { in: ['FILED', 'UNDER_REVIEW'] } }, data: { state: 'ANNULLED', ...closed } })
  await tx.creditRepair.updateMany({ where: { entry: { caseId }, state: 'FILED' }, data: { state: 'WITHDRAWN', ...closed } })
}
