import { hash } from '@node-rs/argon2'
import { z } from 'zod'
import { roles } from '#domain/access/role.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError } from '../kernel/use-case-error.ts'
import { enterUser } from './enter-user.ts'

export const createUserInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  email: z.email().max(200).toLowerCase(),
  password: z.string().min(10).max(200),
  /** In whose name the user acts. Left out for a natural person, who acts for `subjectId` as applicant. */
  membership: z
    .object({ organisationId: z.uuid(), roles: z.array(z.enum(roles)).min(1) })
    .nullable()
    .default(null),
  subjectId: z.uuid().nullable().default(null),
})

/**
 * Opens an account that can sign in at once with e-mail and password (argon2id, as better-auth verifies it), as a member of an
 * organisation or for a natural person. For seeds, whose passwords are known; administrators use `inviteMember`.
 * @returns the user's id
 * @throws RefusedError EMAIL_ALREADY_USED, USER_ACTS_FOR_NOBODY · NotFoundError · ForbiddenError
 */
export async function createUser(context: UseCaseContext, input: z.input<typeof createUserInput>): Promise<string> {
  const { password, ...parsed } = parseInput(createUserInput, input)
  demand(context, 'member.manage')
  // Before the transaction: it takes long on purpose.
  const passwordHash = await hash(password)
  // Without the password: what was asked is kept as a hash, and a fast hash of a password would undo argon2.
  return runUseCase(context, { operation: 'createUser', clientMutationId: parsed.clientMutationId, input: parsed }, async (unit) => {
    const { name, email, membership, subjectId } = parsed
    if (!membership && !subjectId) throw new RefusedError({ code: 'USER_ACTS_FOR_NOBODY' })
    if (membership && !(await unit.tx.organisation.findUnique({ where: { id: membership.organisationId }, select: { id: true } }))) {
      throw new NotFoundError('Organisation')
    }
    if (subjectId && !(await unit.tx.subject.findFirst({ where: { id: subjectId, kind: 'PERSON' }, select: { id: true } }))) {
      throw new NotFoundError('Subject')
    }
    return enterUser(unit, { name, email, membership, subjectId }, passwordHash, null)
  })
}
