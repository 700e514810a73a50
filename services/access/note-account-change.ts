import { runInTransaction } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError } from '../kernel/use-case-error.ts'

/** What a person can change about the own sign-in. */
export type AccountChange = 'account.secondFactorOn' | 'account.secondFactorOff' | 'account.passwordChange'

/**
 * Puts a change of the viewer's own sign-in security, which better-auth has carried out, on the audit trail. A password of one's own ends
 * the time of the one-time password.
 */
export async function noteAccountChange(context: UseCaseContext, action: AccountChange): Promise<void> {
  const { userId } = context.viewer
  if (userId === null) throw new ForbiddenError(action, true)
  await runInTransaction(context, async (unit) => {
    if (action === 'account.passwordChange') await unit.tx.user.update({ where: { id: userId }, data: { oneTimePasswordUntil: null } })
    await unit.audit({ action, entity: 'User', entityId: userId })
  })
}
