import { z } from 'zod'
import { fitRoles } from '#domain/access/organisation-roles.ts'
import { roles } from '#domain/access/role.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { lockAccount } from './lock-account.ts'

export const grantMembershipInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  userId: z.uuid(),
  organisationId: z.uuid(),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
})

/**
 * Lets an account act for an organisation. An account acts for one: whoever moves is taken out of the old one first. An account that
 * somebody opened unasked is not let in before a one-time password has been handed to its owner, since nothing else proves whose it is.
 * @returns the user's id
 * @throws RefusedError ALREADY_MEMBER, ACCOUNT_OF_A_PERSON, ACCOUNT_UNCONFIRMED, ROLES_UNFIT, ROLES_INCOMPATIBLE · NotFoundError ·
 * ForbiddenError for the own account
 */
export async function grantMembership(context: UseCaseContext, input: z.input<typeof grantMembershipInput>): Promise<string> {
  const parsed = parseInput(grantMembershipInput, input)
  return runUseCase(context, { operation: 'grantMembership', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const account = await lockAccount(unit, parsed.userId)
    const organisation = await unit.tx.organisation.findUnique({ where: { id: parsed.organisationId }, select: { kind: true } })
    if (!organisation) throw new NotFoundError('Organisation')
    const fit = [...unwrap(fitRoles(organisation.kind, parsed.roles))]
    if (account.memberships.length > 0) throw new RefusedError({ code: 'ALREADY_MEMBER' })
    if (account.subjectId !== null) throw new RefusedError({ code: 'ACCOUNT_OF_A_PERSON' })
    if (!account.emailVerified) throw new RefusedError({ code: 'ACCOUNT_UNCONFIRMED' })
    const granted = { organisationId: parsed.organisationId, roles: fit }
    await unit.tx.membership.create({ data: { userId: account.id, ...granted, createdAt: unit.now } })
    await unit.audit({ action: 'membership.grant', entity: 'User', entityId: account.id, after: granted })
    return account.id
  })
}
