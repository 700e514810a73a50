import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { accountInput } from './account-input.ts'
import type { AccountInput } from './account-input.ts'
import { endSessionsOf, lockAccount } from './lock-account.ts'

/** Signs somebody out on every device, for a lost one. @returns the user's id @throws ForbiddenError for the own account · NotFoundError */
export async function endSessions(context: UseCaseContext, input: AccountInput): Promise<string> {
  const parsed = parseInput(accountInput, input)
  return runUseCase(context, { operation: 'endSessions', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const { id } = await lockAccount(unit, parsed.userId)
    const endedSessions = await endSessionsOf(unit, id)
    if (endedSessions > 0) await unit.audit({ action: 'account.endSessions', entity: 'User', entityId: id, after: { endedSessions } })
    return id
  })
}
