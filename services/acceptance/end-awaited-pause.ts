import { endPause } from '#domain/acceptance/case-pause.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { toPause } from './pauses-of.ts'
import { endRunning } from './resume-case.ts'

/** Everything promised is there: a time limit that stood still for it runs again. The commitment's row is the caller's, the case's is taken. */
export async function endAwaitedPause(unit: UnitOfWork, caseId: string): Promise<void> {
  const { tx, now } = unit
  await tx.$queryRaw`SELECT 1 FROM "ApprovalCase" WHERE "id" = ${caseId}::uuid FOR NO KEY UPDATE`
  const paused = await tx.approvalCase.findUniqueOrThrow({ where: { id: caseId }, include: { pauses: true, approvalItem: true } })
  const running = paused.pauses.find((row) => row.cause === 'SUPPLEMENT' && endPause(toPause(row), shanghaiDayOf(now)).ok)
  if (running && paused.acceptedAt) await endRunning(unit, { ...paused, acceptedAt: paused.acceptedAt }, running)
}
