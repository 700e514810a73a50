import type { Role } from '#domain/access/role.ts'
import type { OrganisationKind } from '#prisma/generated/client.ts'
import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createEngagement } from './choosing.ts'
import { engagementStep, providerOf } from './contracting.ts'
import { contextOf } from './people.ts'

/** Somebody of a public body of that kind and place, with an account. */
export async function createOfficer(
  platform: Platform,
  at: string,
  body: {
    readonly kind: OrganisationKind
    readonly role: Role
    readonly divisionCode: string
    readonly agencyKindZh?: string
    readonly nameZh?: string
  },
): Promise<UseCaseContext> {
  const { kind, role, divisionCode, agencyKindZh = null, nameZh = `测试${kind}${divisionCode}` } = body
  const createdAt = new Date(at)
  const organisation = await platform.prisma.organisation.create({ data: { kind, nameZh, divisionCode, agencyKindZh, createdAt } })
  const user = await platform.prisma.user.create({ data: { name: '测试工作人员', email: `${organisation.id}@city.example` } })
  await platform.prisma.membership.create({ data: { userId: user.id, organisationId: organisation.id, roles: [role], createdAt } })
  return contextOf(platform, at, { roles: [role], userId: user.id, organisationId: organisation.id })
}

/** An engagement under a contract whose result was handed over at the owner's instant; accepted unless told otherwise. @returns its number */
export async function createDelivered(owner: UseCaseContext, uscc: string, isAccepted = true): Promise<string> {
  const { number } = await createEngagement(owner, uscc)
  await deliverResult(await providerOf(owner, number), { ...(await engagementStep(owner, number)), note: '成果已交付' })
  if (isAccepted) await answerDeliverable(owner, { ...(await engagementStep(owner, number)), outcome: 'ACCEPTED' })
  return number
}
