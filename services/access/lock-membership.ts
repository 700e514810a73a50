import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { ConcurrentChangeError, NotFoundError } from '../kernel/use-case-error.ts'
import { lockAccount } from './lock-account.ts'

/**
 * Takes a membership, and the account it belongs to, for a change by an administrator.
 * @throws ConcurrentChangeError when the roles have changed since they were read · NotFoundError · ForbiddenError for the own account
 */
export async function lockMembership(
  unit: UnitOfWork,
  { userId, organisationId, version }: { readonly userId: string; readonly organisationId: string; readonly version: number },
) {
  const account = await lockAccount(unit, userId)
  const membership = await unit.tx.membership.findUnique({
    where: { userId_organisationId: { userId, organisationId } },
    include: { organisation: { select: { kind: true } } },
  })
  if (!membership) throw new NotFoundError('Membership')
  if (membership.version !== version) throw new ConcurrentChangeError('Membership')
  return { account, membership }
}
