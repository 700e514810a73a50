import { decideInvestigation } from '#domain/listings/decide-investigation.ts'
import type { InvestigationCommand, InvestigationEvent } from '#domain/listings/decide-investigation.ts'
import type { ViolationCase } from '#domain/listings/violation-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { violationContext } from './lock-case.ts'

/** Lets the procedure decide a step of the investigation and answers with the event it makes; a refusal is thrown. */
export async function investigate<Type extends InvestigationEvent['type']>(
  unit: UnitOfWork,
  state: ViolationCase,
  command: InvestigationCommand,
  makes: Type,
): Promise<Extract<InvestigationEvent, { type: Type }>> {
  const event = unwrap(decideInvestigation(state, command, await violationContext(unit)))
  if (!isOfType(event, makes)) throw new Error(`${command.type} made ${event.type}`)
  return event
}

function isOfType<Type extends InvestigationEvent['type']>(
  event: InvestigationEvent,
  type: Type,
): event is Extract<InvestigationEvent, { type: Type }> {
  return event.type === type
}
