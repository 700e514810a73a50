import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { rolesOfOrganisation } from '#domain/access/organisation-roles.ts'
import { roles } from '#domain/access/role.ts'
import { addYears, endOfShanghaiDay, isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import type { Prisma } from '#prisma/generated/client.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { runUseCase } from '../kernel/run-use-case.ts'
import type { UnitOfWork } from '../kernel/run-use-case.ts'
import { demand } from '../kernel/use-case-context.ts'
import type { UseCaseContext } from '../kernel/use-case-context.ts'
import { NotFoundError, RefusedError, ValidationError } from '../kernel/use-case-error.ts'
import { hashApiKey } from './viewer-of-api-key.ts'

export const issueApiKeyInput = z.object({
  clientMutationId: z.string().min(1).max(100),
  name: z.string().trim().min(1).max(100),
  organisationId: z.uuid(),
  roles: z.array(z.enum(roles)).min(1).max(roles.length),
  /** The officer who answers for what the system files and accepts; without one the key may only check. */
  responsibleUserId: z.uuid().nullish(),
  /** Last day on which the key works. */
  expiresOn: z.string().refine(isCalendarDay, 'DAY_INVALID'),
})

export interface IssuedApiKey {
  readonly id: string
  /** Shown this once; null when this is a retry, because only its hash was kept. */
  readonly key: string | null
}

/**
 * Issues a key for an organisation's own system. It holds roles that the organisation's kind may have, and never a person's
 * part in a procedure. At most a year (ours).
 * @throws RefusedError API_KEY_ROLES_UNFIT, API_KEY_PERIOD_UNFIT · ValidationError OFFICER_UNFIT · NotFoundError · ForbiddenError
 */
export async function issueApiKey(context: UseCaseContext, input: z.input<typeof issueApiKeyInput>): Promise<IssuedApiKey> {
  const parsed = parseInput(issueApiKeyInput, input)
  demand(context, 'apiKey.issue', { organisationId: parsed.organisationId })
  const key = `xx_${randomBytes(32).toString('base64url')}`
  let isNew = false
  const id = await runUseCase(
    context,
    { operation: 'issueApiKey', clientMutationId: parsed.clientMutationId, input: parsed },
    async (unit) => {
      const { name, organisationId, expiresOn } = parsed
      const organisation = await unit.tx.organisation.findUnique({ where: { id: organisationId }, select: { kind: true } })
      if (!organisation) throw new NotFoundError('Organisation')
      const allowed = rolesOfOrganisation[organisation.kind]
      const wanted = [...new Set(parsed.roles)]
      if (!wanted.every((role) => allowed.includes(role))) throw new RefusedError({ code: 'API_KEY_ROLES_UNFIT', allowed })
      const responsibleUserId = await answeringOfficer(unit, parsed)
      const today = shanghaiDayOf(unit.now)
      const latestOn = addYears(today, 1)
      if (expiresOn < today || expiresOn > latestOn) throw new RefusedError({ code: 'API_KEY_PERIOD_UNFIT', earliestOn: today, latestOn })
      const shown = {
        name,
        prefix: key.slice(0, 9),
        organisationId,
        roles: wanted,
        responsibleUserId,
        expiresAt: endOfShanghaiDay(expiresOn),
      }
      const { id: keyId } = await unit.tx.apiKey.create({
        data: { ...shown, hash: hashApiKey(key), createdById: unit.viewer.userId ?? '', createdAt: unit.now },
        select: { id: true },
      })
      await unit.audit({ action: 'apiKey.issue', entity: 'ApiKey', entityId: keyId, after: shown })
      isNew = true
      return keyId
    },
  )
  return { id, key: isNew ? key : null }
}

/** Members who can answer for a key: those who may file and accept themselves. */
export const answeringMembers = {
  roles: { hasSome: ['WINDOW_OFFICER', 'AGENCY_MANAGER'] },
  user: { disabledAt: null },
} satisfies Prisma.MembershipWhereInput

async function answeringOfficer(
  { tx }: UnitOfWork,
  { organisationId, responsibleUserId: userId }: z.output<typeof issueApiKeyInput>,
): Promise<string | null> {
  if (!userId) return null
  if ((await tx.membership.count({ where: { organisationId, userId, ...answeringMembers } })) > 0) return userId
  throw new ValidationError([{ path: 'responsibleUserId', code: 'OFFICER_UNFIT', facts: {} }])
}
