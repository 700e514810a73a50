import type { z } from 'zod'
import { endPause } from '#domain/acceptance/case-pause.ts'
import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import type { CasePause } from '#prisma/generated/client.ts'
import { loadCalendar } from '../kernel/load-calendar.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { RefusedError } from '../kernel/use-case-error.ts'
import { recordStep } from '../procedures/record-step.ts'
import { caseStepInput } from './case-input.ts'
import { lockApprovalCase } from './lock-approval-case.ts'
import { limitOf, toPause } from './pauses-of.ts'

/**
 * Ends the pause of a case before its last day, because its cause has gone: the time limit runs again from today on. Answers with the case's id.
 * @throws RefusedError PAUSE_NOT_RUNNING
 */
export async function resumeCase(context: UseCaseContext, input: z.input<typeof caseStepInput>): Promise<string> {
  const parsed = parseInput(caseStepInput, input)
  const command = { operation: 'resumeCase', clientMutationId: parsed.clientMutationId, input: parsed }
  return runUseCase(context, command, async (unit) => {
    const locked = await lockApprovalCase(unit, 'case.pause', parsed)
    const today = shanghaiDayOf(unit.now)
    const running = locked.pauses.find((row) => endPause(toPause(row), today).ok)
    if (!running || !locked.acceptedAt) throw new RefusedError({ code: 'PAUSE_NOT_RUNNING' })
    await endRunning(unit, { ...locked, acceptedAt: locked.acceptedAt }, running)
    return locked.id
  })
}

type Paused = Parameters<typeof limitOf>[0] & { readonly id: string; readonly pauses: readonly CasePause[] }

/** Ends one pause today and counts the time limit anew. The case's row is the caller's until commit. */
export async function endRunning(unit: UnitOfWork, paused: Paused, running: CasePause): Promise<void> {
  const { tx, now, viewer } = unit
  const today = shanghaiDayOf(now)
  const ended = unwrap(endPause(toPause(running), today))
  await tx.casePause.update({
    where: { id: running.id },
    data: { untilOn: toDbDay(ended.untilOn), endedById: viewer.userId, endedAt: now },
  })
  const pauses = paused.pauses.map((row) => (row.id === running.id ? ended : toPause(row)))
  const { dueOn } = limitOf(paused, pauses, today, await loadCalendar(tx))
  const { id } = paused
  await tx.approvalCase.update({ where: { id }, data: { decisionDueOn: toDbDay(dueOn), version: { increment: 1 } } })
  await recordStep(unit, { procedure: 'APPROVAL_CASE', entityId: id, kind: 'RESUMED', audience: 'PARTIES', facts: { dueOn } })
  await unit.audit({
    action: 'acceptance.resumeCase',
    entity: 'ApprovalCase',
    entityId: id,
    after: { cause: ended.cause, untilOn: ended.untilOn, dueOn },
  })
  await unit.outbox('acceptance.resumed', 'ApprovalCase', id)
}
