import { z } from 'zod'
import { fitRoles } from '#domain/access/organisation-roles.ts'
import { roles } from '#domain/access/role.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { unwrap } from '../kernel/unwrap.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError } from '../kernel/use-case-error.ts'
import { enterUser } from './enter-user.ts'
import type { GivenPassword } from './issue-one-time-password.ts'
import { makeOneTimePassword } from './one-time-password.ts'

export const inviteMemberInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email('EMAIL_INVALID').max(200).toLowerCase(),
  organisationId: z.uuid(),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
})

/**
 * Opens an account for a member of an organisation. It begins with a one-time password, so that nobody but its owner ever knows the one
 * that counts.
 * @throws ValidationError EMAIL_INVALID · RefusedError EMAIL_ALREADY_USED, ROLES_UNFIT, ROLES_INCOMPATIBLE · NotFoundError · ForbiddenError
 */
export async function inviteMember(context: UseCaseContext, input: z.input<typeof inviteMemberInput>): Promise<GivenPassword> {
  const parsed = parseInput(inviteMemberInput, input)
  demand(context, 'member.manage')
  const password = await makeOneTimePassword()
  let isNew = false
  const userId = await runUseCase(
    context,
    { operation: 'inviteMember', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      const { name, email, organisationId } = parsed
      const organisation = await unit.tx.organisation.findUnique({ where: { id: organisationId }, select: { kind: true } })
      if (!organisation) throw new NotFoundError('Organisation')
      const membership = { organisationId, roles: [...unwrap(fitRoles(organisation.kind, parsed.roles))] }
      isNew = true
      return enterUser(unit, { name, email, membership, subjectId: null }, password.hash, password.until)
    },
  )
  return { userId, oneTimePassword: isNew ? password.text : null }
}
