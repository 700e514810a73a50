import { decideViolation } from '#domain/listings/decide-violation.ts'
import type { ViolationContext } from '#domain/listings/decide-violation.ts'
import type { ViolationCase } from '#domain/listings/violation-case.ts'
import type { ViolationCommand, ViolationEvent } from '#domain/listings/violation-command.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { violationContext } from './lock-case.ts'

/** Lets the procedure decide a step and answers with the event that this step makes; a refusal is thrown. */
export async function decideStep<Type extends ViolationEvent['type']>(
  unit: UnitOfWork,
  state: ViolationCase | null,
  command: ViolationCommand,
  makes: Type,
): Promise<Extract<ViolationEvent, { type: Type }>> {
  return decideIn(await violationContext(unit), state, command, makes)
}

/** The same in a context that serves for many cases. */
export function decideIn<Type extends ViolationEvent['type']>(
  context: ViolationContext,
  state: ViolationCase | null,
  command: ViolationCommand,
  makes: Type,
): Extract<ViolationEvent, { type: Type }> {
  const event = unwrap(decideViolation(state, command, context))
  if (!isOfType(event, makes)) throw new Error(`${command.type} made ${event.type}`)
  return event
}

function isOfType<Type extends ViolationEvent['type']>(
  event: ViolationEvent,
  type: Type,
): event is Extract<ViolationEvent, { type: Type }> {
  return event.type === type
}
