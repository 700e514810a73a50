import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { accountInput } from './account-input.ts'
import type { AccountInput } from './account-input.ts'
import { endSessionsOf, lockAccount, requireAnotherAdministrator } from './lock-account.ts'

/**
 * Closes an account: it is signed out everywhere at once and can't sign in again until it is enabled. What it did stays its own.
 * @returns the user's id
 * @throws RefusedError LAST_ADMINISTRATOR · ForbiddenError for the own account · NotFoundError
 */
export async function disableAccount(context: UseCaseContext, input: AccountInput): Promise<string> {
  const parsed = parseInput(accountInput, input)
  return runUseCase(context, { operation: 'disableAccount', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const account = await lockAccount(unit, parsed.userId)
    if (account.disabledAt) return account.id
    await requireAnotherAdministrator(unit, account)
    await unit.tx.user.update({ where: { id: account.id }, data: { disabledAt: unit.now } })
    const endedSessions = await endSessionsOf(unit, account.id)
    await unit.audit({
      action: 'account.disable',
      entity: 'User',
      entityId: account.id,
      before: { disabledAt: null },
      after: { disabledAt: unit.now, endedSessions },
    })
    return account.id
  })
}

/** Opens a closed account again, with the password and the second factor it had. */
export async function enableAccount(context: UseCaseContext, input: AccountInput): Promise<string> {
  const parsed = parseInput(accountInput, input)
  return runUseCase(context, { operation: 'enableAccount', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const account = await lockAccount(unit, parsed.userId)
    if (!account.disabledAt) return account.id
    await unit.tx.user.update({ where: { id: account.id }, data: { disabledAt: null } })
    await unit.audit({
      action: 'account.enable',
      entity: 'User',
      entityId: account.id,
      before: { disabledAt: account.disabledAt },
      after: { disabledAt: null },
    })
    return account.id
  })
}
