import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockEntry } from './changing-firm.ts'
import { finishExit } from './finish-exit.ts'
import { loadExitHolds } from './load-exit-holds.ts'

/** Completes every exit that waits for nothing any more. Of two sweepers one does it: the other finds it done. */
export async function completeExits(context: UseCaseContext): Promise<{ exited: number }> {
  demand(context, 'registerChange.carryOut')
  const waiting = await context.prisma.registerChange.findMany({
    where: { kind: 'EXIT', state: 'WAITING' },
    select: { id: true, intermediary: { select: { id: true, subjectId: true } } },
    orderBy: { id: 'asc' },
  })
  let exited = 0
  for (const { id, intermediary } of waiting) {
    // Asked twice: first without a lock, so that firms with work to do are not held up every minute.
    if ((await loadExitHolds(context.prisma, intermediary, context.clock.now())).length > 0) continue
    if (await runInTransaction(context, (unit) => completeExit(unit, id, intermediary.subjectId))) exited += 1
  }
  return { exited }
}

async function completeExit(unit: UnitOfWork, id: string, subjectId: string): Promise<boolean> {
  const firm = await lockEntry(unit, subjectId)
  const { state } = await unit.tx.registerChange.findUniqueOrThrow({ where: { id }, select: { state: true } })
  if (state !== 'WAITING' || (await loadExitHolds(unit.tx, firm, unit.now)).length > 0) return false
  await finishExit(unit, firm, id)
  return true
}
