import type { Permission } from '#domain/access/can.ts'
import { requireAnswerable } from '../access/require-answerable.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { ForbiddenError } from '../kernel/use-case-error.ts'

/**
 * The officer at the counter and the agency acted for: a person, since somebody has to answer for the case; of a key, the officer who
 * answers for what the agency's system files.
 * @throws ForbiddenError · RefusedError KEY_WITHOUT_OFFICER
 */
export function demandOfficer(context: Pick<UseCaseContext, 'viewer'>, permission: Permission): { officerId: string; agencyId: string } {
  const { organisationId, userId } = context.viewer
  demand(context, permission, { agencyOrganisationId: organisationId })
  requireAnswerable(context.viewer)
  if (userId === null || organisationId === null) throw new ForbiddenError(permission, false)
  return { officerId: userId, agencyId: organisationId }
}
