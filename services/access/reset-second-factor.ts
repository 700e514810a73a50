import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { accountInput } from './account-input.ts'
import type { AccountInput } from './account-input.ts'
import { endSessionsOf, lockAccount } from './lock-account.ts'

/**
 * Takes a second factor off, for somebody who lost the phone and the backup codes, and signs out everywhere: the password alone opens the
 * account then, until a new one is set up.
 * @returns the user's id
 * @throws ForbiddenError for the own account · NotFoundError
 */
export async function resetSecondFactor(context: UseCaseContext, input: AccountInput): Promise<string> {
  const parsed = parseInput(accountInput, input)
  return runUseCase(context, { operation: 'resetSecondFactor', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const account = await lockAccount(unit, parsed.userId)
    // Also one that was begun and never confirmed.
    const { count } = await unit.tx.twoFactor.deleteMany({ where: { userId: account.id } })
    if (count === 0) return account.id
    await unit.tx.user.update({ where: { id: account.id }, data: { twoFactorEnabled: false } })
    const endedSessions = await endSessionsOf(unit, account.id)
    await unit.audit({
      action: 'account.resetSecondFactor',
      entity: 'User',
      entityId: account.id,
      before: { twoFactorEnabled: account.twoFactorEnabled },
      after: { twoFactorEnabled: false, endedSessions },
    })
    return account.id
  })
}
