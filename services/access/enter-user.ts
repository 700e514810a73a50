import type { Role } from '#domain/access/role.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { RefusedError } from '../kernel/use-case-error.ts'

export interface NewUser {
  readonly name: string
  readonly email: string
  readonly membership: { readonly organisationId: string; readonly roles: Role[] } | null
  readonly subjectId: string | null
}

/**
 * Writes an account whose owner is known in person.
 * @param oneTimePasswordUntil null where the password is the owner's own
 * @returns the user's id
 * @throws RefusedError EMAIL_ALREADY_USED
 */
export async function enterUser(unit: UnitOfWork, user: NewUser, passwordHash: string, oneTimePasswordUntil: Date | null): Promise<string> {
  const { name, email, membership, subjectId } = user
  const created = { createdAt: unit.now, updatedAt: unit.now }
  const [entered] = await unit.tx.user.createManyAndReturn({
    data: [{ name, email, emailVerified: true, subjectId, oneTimePasswordUntil, ...created }],
    select: { id: true },
    skipDuplicates: true,
  })
  if (!entered) throw new RefusedError({ code: 'EMAIL_ALREADY_USED' })
  const { id } = entered
  await unit.tx.account.create({ data: { accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...created } })
  if (membership) await unit.tx.membership.create({ data: { userId: id, ...membership, createdAt: unit.now } })
  await unit.audit({
    action: 'user.create',
    entity: 'User',
    entityId: id,
    after: { name, email, membership, subjectId, oneTimePasswordUntil },
  })
  return id
}
