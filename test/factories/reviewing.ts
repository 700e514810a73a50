import { randomUUID } from 'node:crypto'
import type { Role } from '#domain/access/role.ts'
import type { ReviewRater } from '#domain/credit/credit-fact.ts'
import type { OrganisationKind } from '#prisma/generated/client.ts'
import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createEngagement } from './choosing.ts'
import type { RegisteredIntermediary } from './choosing.ts'
import { engagementStep, providerOf } from './contracting.ts'
import { contextOf, createFirm } from './people.ts'

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

/** One review with the same mark in every dimension. */
export interface GivenReview {
  readonly rater: ReviewRater
  readonly mark: number
  readonly at: Date
  readonly annulledAt?: Date
  /** What it was changed to, and when. */
  readonly amended?: { readonly mark: number; readonly at: Date }
}

const marksOf = (mark: number) => ({ quality: mark, timeliness: mark, attitude: mark, fees: mark, conduct: mark, comment: '' })

/** A completed engagement of that institution with these reviews, written as rows: for years of them. */
export async function createReviewed(
  platform: Platform,
  { intermediaryId }: Pick<RegisteredIntermediary, 'intermediaryId'>,
  deliveredAt: Date,
  given: readonly GivenReview[],
): Promise<void> {
  const { prisma } = platform
  const { id: applicantId } = await createFirm(platform)
  const offering = await prisma.serviceOffering.findFirstOrThrow({ where: { intermediaryId } })
  const userId = randomUUID()
  await prisma.engagement.create({
    data: {
      ...{ number: `XQ-TEST-${randomUUID()}`, applicantId, intermediaryId, offeringId: offering.id, divisionCode: '410105' },
      ...{ serviceItemCode: offering.serviceItemCode, projectName: '虚构项目', feeFen: 100, promisedWorkingDays: 10, snapshot: {} },
      ...{ deliverDueOn: deliveredAt, state: 'COMPLETED', chosenAt: deliveredAt, chosenById: userId, deliveredAt },
      reviews: {
        create: given.map(({ rater, mark, at, annulledAt, amended }) => ({
          ...{ rater, ratedById: userId, recordedAt: at, annulledAt: annulledAt ?? null, ...marksOf(amended?.mark ?? mark) },
          versions: {
            create: [{ mark, at }, ...(amended ? [amended] : [])].map((said, index) => ({
              ...{ version: index + 1, ratedById: userId, recordedAt: said.at, ...marksOf(said.mark) },
            })),
          },
        })),
      },
    },
  })
}
