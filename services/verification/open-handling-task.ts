import type { CalendarDay } from '#domain/kernel/calendar-day.ts'
import { toDbDay } from '#prisma/db-day.ts'
import { nextNumber } from '../kernel/next-number.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { recordStep } from '../procedures/record-step.ts'

export interface HandlingToVerify {
  readonly commitmentId: string
  /** The agency that handled. */
  readonly organisationId: string
  readonly dueOn: CalendarDay
}

/** What was handled on a promise is verified afterwards, always (R1.3): its task, in the transaction that took the promise. */
export async function openHandlingTask(unit: UnitOfWork, { commitmentId, organisationId, dueOn }: HandlingToVerify): Promise<void> {
  const number = await nextNumber(unit, 'VERIFICATION_TASK')
  const { id } = await unit.tx.verificationTask.create({ data: { number, commitmentId, organisationId, dueOn: toDbDay(dueOn) } })
  await recordStep(unit, { procedure: 'VERIFICATION', entityId: id, kind: 'VERIFICATION_OPENED', audience: 'OFFICIALS', facts: { dueOn } })
}
