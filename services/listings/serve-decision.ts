import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { decideService } from '#domain/listings/decide-service.ts'
import type { ViolationCase } from '#domain/listings/violation-case.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { isReachableOnPlatform } from '../procedures/is-reachable-on-platform.ts'
import { serveDocument } from '../procedures/serve-document.ts'
import { violationContext } from './lock-case.ts'
import { recordCaseStep } from './record-case-step.ts'

/**
 * Serves a decision just taken on a party with an account; the days to appeal run from there (rulebook R5). On any other party the
 * service is recorded when it is done, and until then no day to appeal has passed.
 */
export async function serveDecision(unit: UnitOfWork, caseId: string, state: ViolationCase): Promise<void> {
  const { decisionNumber, subjectId } = await unit.tx.violationCase.findUniqueOrThrow({ where: { id: caseId } })
  if (decisionNumber === null || !(await isReachableOnPlatform(unit.tx, subjectId))) return
  const servedOn = shanghaiDayOf(unit.now)
  const event = unwrap(decideService(state, { document: 'DECISION', servedOn }, await violationContext(unit)))
  if (event.type !== 'DECISION_SERVED') throw new Error(`DECISION made ${event.type}`)
  const document = { document: 'DECISION', documentNumber: decisionNumber, subjectId }
  await serveDocument(unit, { procedure: 'VIOLATION_CASE', entityId: caseId, ...document })
  await unit.tx.violationCase.update({
    where: { id: caseId },
    data: { decisionServedOn: toDbDay(servedOn), appealDueOn: toDbDay(event.appealDueOn) },
  })
  await recordCaseStep(unit, caseId, 'DECISION_SERVED', { number: decisionNumber, dueOn: event.appealDueOn })
}
