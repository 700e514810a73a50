import { decideHearing } from '#domain/listings/decide-hearing.ts'
import type { HearingCommand, HearingEvent } from '#domain/listings/hearing-command.ts'
import type { ViolationCase } from '#domain/listings/violation-case.ts'
import type { Hearing, Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import type { AuditEntry } from '../kernel/trail.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { saveStep, violationContext } from './lock-case.ts'
import type { LockedCase } from './lock-case.ts'

/** Lets the procedure decide a step of the hearing and answers with the event it makes; a refusal is thrown. */
export async function hear<Type extends HearingEvent['type']>(
  unit: UnitOfWork,
  state: ViolationCase,
  command: HearingCommand,
  makes: Type,
): Promise<Extract<HearingEvent, { type: Type }>> {
  const event = unwrap(decideHearing(state, command, await violationContext(unit)))
  if (!isOfType(event, makes)) throw new Error(`${command.type} made ${event.type}`)
  return event
}

/** Saves a step of the hearing of a case: its columns, and the next version of the case. Answers with the hearing. */
export async function saveHearing(
  unit: UnitOfWork,
  locked: LockedCase,
  data: Prisma.HearingUncheckedUpdateInput,
  entry: Pick<AuditEntry, 'action' | 'basis' | 'after'>,
): Promise<Hearing> {
  const caseId = locked.row.id
  const hearing = await unit.tx.hearing.update({ where: { caseId }, data: { ...data, version: { increment: 1 } } })
  await saveStep(unit, locked, {}, entry)
  return hearing
}

function isOfType<Type extends HearingEvent['type']>(event: HearingEvent, type: Type): event is Extract<HearingEvent, { type: Type }> {
  return event.type === type
}
