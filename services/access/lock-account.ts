import type { Prisma } from '#prisma/generated/client.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'

type AccountRow = Prisma.UserGetPayload<{ include: { memberships: true } }>

/**
 * Takes an account for a change by an administrator, who may change any but the own.
 * @throws ForbiddenError for the own · NotFoundError
 */
export async function lockAccount({ tx, context }: UnitOfWork, userId: string): Promise<AccountRow> {
  demand(context, 'account.administer', { accountUserId: userId })
  await tx.$queryRaw`SELECT FROM "User" WHERE "id" = ${userId}::uuid FOR UPDATE`
  const row = await tx.user.findUnique({ where: { id: userId }, include: { memberships: true } })
  if (!row) throw new NotFoundError('User')
  return row
}

/**
 * Keeps somebody in the administration: to be asked before an administrator's account is closed or loses the role. Of two administrators
 * who remove each other at the same moment the second waits here, and is refused.
 * @throws RefusedError LAST_ADMINISTRATOR
 */
export async function requireAnotherAdministrator({ tx }: UnitOfWork, account: AccountRow): Promise<void> {
  if (!account.memberships.some(({ roles }) => roles.includes('ADMINISTRATOR'))) return
  await tx.$queryRaw`SELECT FROM "Membership" WHERE 'ADMINISTRATOR' = ANY ("roles") ORDER BY "id" FOR UPDATE`
  const others = await tx.membership.count({
    where: {
      roles: { has: 'ADMINISTRATOR' },
      userId: { not: account.id },
      user: { disabledAt: null, oneTimePasswordUntil: null },
    },
  })
  if (others === 0) throw new RefusedError({ code: 'LAST_ADMINISTRATOR' })
}

/** Signs the account out everywhere. @returns how many sessions ended */
export async function endSessionsOf({ tx }: UnitOfWork, userId: string): Promise<number> {
  return (await tx.session.deleteMany({ where: { userId } })).count
}
