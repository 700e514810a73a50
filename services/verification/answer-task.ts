import { moveTo } from '#domain/kernel/transition-table.ts'
import { verificationTransitions } from '#domain/verification/verification-task.ts'
import type { VerificationState } from '#domain/verification/verification-task.ts'
import type { VerificationTask } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { recordStep } from '../procedures/record-step.ts'

/** How a promise was looked at, and what was seen. */
export interface Checked {
  readonly method: string
  readonly findings: string
}

/**
 * Writes the result of a task whose commitment's row is held. What was checked stays when a later step only moves the state.
 * @throws RefusedError STEP_FORBIDDEN
 */
export async function answerTask(unit: UnitOfWork, task: VerificationTask, state: VerificationState, checked?: Checked): Promise<void> {
  const { tx, now, viewer } = unit
  const to = unwrap(moveTo(verificationTransitions, task.state, state))
  const result = checked ? { ...checked, checkedById: viewer.userId, checkedAt: now } : {}
  await tx.verificationTask.update({ where: { id: task.id }, data: { state: to, ...result, version: { increment: 1 } } })
  await unit.audit({
    action: 'verification.answerTask',
    entity: 'VerificationTask',
    entityId: task.id,
    before: { state: task.state, version: task.version },
    after: { number: task.number, state: to, ...checked },
  })
  const kind = `VERIFICATION_${to}`
  await recordStep(unit, { procedure: 'VERIFICATION', entityId: task.id, kind, audience: 'OFFICIALS' })
}

/** Ends the open tasks of promises that fall: nothing is left to verify. In the transaction that ends the promises. */
export async function dropTasksOf(unit: UnitOfWork, commitmentIds: readonly string[]): Promise<void> {
  const tasks = await unit.tx.verificationTask.findMany({ where: { commitmentId: { in: [...commitmentIds] }, state: 'OPEN' } })
  for (const task of tasks) await answerTask(unit, task, 'DROPPED')
}

/** Ends a promise's open task as true, where it has one. */
export async function confirmTaskOf(unit: UnitOfWork, commitmentId: string, checked: Checked): Promise<void> {
  const task = await unit.tx.verificationTask.findUnique({ where: { commitmentId } })
  if (task?.state === 'OPEN') await answerTask(unit, task, 'TRUE', checked)
}
