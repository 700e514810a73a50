import type { UnitOfWork } from '../kernel/run-use-case.ts'

/** Ends what is provisional in a case: at its decision, at its closing, or because a decider lifts it. Answers how many ended. */
export async function endSuspensions(unit: UnitOfWork, caseId: string, reasons: string): Promise<number> {
  const ended = await unit.tx.interimSuspension.updateMany({
    where: { caseId, liftedAt: null },
    data: { liftedAt: unit.now, liftReasons: reasons },
  })
  return ended.count
}
