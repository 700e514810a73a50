import { z } from 'zod'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { requireAnotherAdministrator } from './lock-account.ts'
import { lockMembership } from './lock-membership.ts'

export const revokeMembershipInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  userId: z.uuid(),
  organisationId: z.uuid(),
  version: z.int(),
})

/**
 * Ends a membership: the account stays and acts for nobody. What it did in the organisation's name stays the organisation's.
 * @returns the user's id
 * @throws RefusedError LAST_ADMINISTRATOR · ConcurrentChangeError · NotFoundError · ForbiddenError for the own account
 */
export async function revokeMembership(context: UseCaseContext, input: z.input<typeof revokeMembershipInput>): Promise<string> {
  const parsed = parseInput(revokeMembershipInput, input)
  return runUseCase(context, { operation: 'revokeMembership', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const { account, membership } = await lockMembership(unit, parsed)
    await requireAnotherAdministrator(unit, account)
    await unit.tx.membership.delete({ where: { id: membership.id } })
    const { organisationId, roles } = membership
    await unit.audit({ action: 'membership.revoke', entity: 'User', entityId: account.id, before: { organisationId, roles } })
    return account.id
  })
}
