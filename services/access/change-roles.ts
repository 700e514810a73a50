import { z } from 'zod'
import { fitRoles } from '#domain/access/organisation-roles.ts'
import { roles } from '#domain/access/role.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { lockMembership } from './lock-membership.ts'
import { requireAnotherAdministrator } from './lock-account.ts'

export const changeRolesInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  userId: z.uuid(),
  organisationId: z.uuid(),
  version: z.int(),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
})

/**
 * Replaces the roles that a member holds; it holds from the next request on.
 * @returns the user's id
 * @throws RefusedError LAST_ADMINISTRATOR, ROLES_UNFIT, ROLES_INCOMPATIBLE · ConcurrentChangeError · NotFoundError · ForbiddenError for the
 * own account
 */
export async function changeRoles(context: UseCaseContext, input: z.input<typeof changeRolesInput>): Promise<string> {
  const parsed = parseInput(changeRolesInput, input)
  return runUseCase(context, { operation: 'changeRoles', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const { account, membership } = await lockMembership(unit, parsed)
    const fit = [...unwrap(fitRoles(membership.organisation.kind, parsed.roles))]
    if (!fit.includes('ADMINISTRATOR')) await requireAnotherAdministrator(unit, account)
    await unit.tx.membership.update({ where: { id: membership.id }, data: { roles: fit, version: { increment: 1 } } })
    await unit.audit({
      action: 'membership.changeRoles',
      entity: 'User',
      entityId: account.id,
      before: { organisationId: parsed.organisationId, roles: membership.roles },
      after: { organisationId: parsed.organisationId, roles: fit },
    })
    return account.id
  })
}
