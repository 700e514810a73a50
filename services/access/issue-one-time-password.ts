import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { accountInput } from './account-input.ts'
import type { AccountInput } from './account-input.ts'
import { endSessionsOf, lockAccount, requireAnotherAdministrator } from './lock-account.ts'
import { makeOneTimePassword } from './one-time-password.ts'

/** An account and the password for its next sign-in: shown once, null when this is a retry, because only its hash was kept. */
export interface GivenPassword {
  readonly userId: string
  readonly oneTimePassword: string | null
}

/**
 * Replaces a forgotten password by one that the administrator hands over in person and whose owner must replace it at once; until then
 * the account can do nothing. The old password and every session end. Handing it over is what shows whose account it is, so an account
 * that somebody opened unasked counts as confirmed from here on.
 * @throws RefusedError LAST_ADMINISTRATOR · ForbiddenError for the own account · NotFoundError
 */
export async function issueOneTimePassword(context: UseCaseContext, input: AccountInput): Promise<GivenPassword> {
  const parsed = parseInput(accountInput, input)
  demand(context, 'account.administer', { accountUserId: parsed.userId })
  const password = await makeOneTimePassword()
  let isNew = false
  const userId = await runUseCase(
    context,
    { operation: 'issueOneTimePassword', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      const account = await lockAccount(unit, parsed.userId)
      await requireAnotherAdministrator(unit, account)
      const { id } = account
      const credential = { userId: id, providerId: 'credential' }
      const { count } = await unit.tx.account.updateMany({ where: credential, data: { password: password.hash, updatedAt: unit.now } })
      if (count === 0) {
        const created = { createdAt: unit.now, updatedAt: unit.now }
        await unit.tx.account.create({ data: { ...credential, accountId: id, password: password.hash, ...created } })
      }
      await unit.tx.user.update({ where: { id }, data: { oneTimePasswordUntil: password.until, emailVerified: true } })
      const endedSessions = await endSessionsOf(unit, id)
      await unit.audit({
        action: 'account.issueOneTimePassword',
        entity: 'User',
        entityId: id,
        after: { oneTimePasswordUntil: password.until, endedSessions },
      })
      isNew = true
      return id
    },
  )
  return { userId, oneTimePassword: isNew ? password.text : null }
}
