import { shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError, ValidationError } from '../kernel/use-case-error.ts'
import { enterIntermediary, normaliseEntry } from './enter-intermediary.ts'
import { registerIntermediaryInput } from './register-intermediary-input.ts'
import type { RegisterIntermediaryInput } from './register-intermediary-input.ts'

/**
 * Enters an intermediary into the register: the firm, its certificates, people and offerings. Searchable, choosable and checkable
 * from the same instant.
 * @returns the intermediary's id
 * @throws ValidationError USCC_INVALID, IDENTITY_INVALID, DIVISION_UNKNOWN, SERVICE_ITEM_UNKNOWN · RefusedError USCC_ALREADY_REGISTERED,
 *   ITEM_CANCELLED, QUALIFICATION_MISSING, QUALIFICATION_EXPIRED · ForbiddenError, also for a back-dated entry by anyone but an import
 */
export async function registerIntermediary(context: UseCaseContext, input: RegisterIntermediaryInput): Promise<string> {
  const entry = normaliseEntry(parseInput(registerIntermediaryInput, input))
  const { clientMutationId, practitioners, ...asked } = entry
  const { identityVault } = context
  // Identity numbers are remembered only as keyed hashes, so that a retry can be told from another wish.
  const people = practitioners.map((one) => ({ ...one, identityNumber: identityVault.hash(one.identityNumber) }))
  const command = { operation: 'registerIntermediary', clientMutationId, input: { ...asked, people } }
  return runUseCase(context, command, async (unit) => {
    demand(context, 'intermediary.register')
    const today = shanghaiDayOf(unit.now)
    const listedOn = entry.listedOn ?? today
    if (listedOn !== today && context.viewer.kind !== 'SYSTEM') throw new ForbiddenError('intermediary.register', false)
    if (listedOn > today) throw new ValidationError([{ path: 'listedOn', code: 'DAY_IN_FUTURE', facts: { today } }])
    return enterIntermediary(unit, entry, listedOn)
  })
}
