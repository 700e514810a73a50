import { randomUUID } from 'node:crypto'
import { chooseIntermediary } from '#services/engagements/choose-intermediary.ts'
import { registerIntermediary } from '#services/intermediaries/register-intermediary.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { concludeContract } from './contracting.ts'
import { contextOf, createFirm, freshUscc } from './people.ts'

/** An item that needs no certificate, and where it is offered. */
export const offered = { serviceItemCode: 'ZJ-EIA-001', divisionCode: '410105', feeFen: 1_200_000, promisedWorkingDays: 10 } as const

export interface RegisteredIntermediary {
  readonly intermediaryId: string
  readonly subjectId: string
  readonly uscc: string
  readonly practitionerId: string
  readonly practitionerSubjectId: string
}

/** An intermediary in the register with one offering for the whole city and one practitioner. */
export async function createIntermediary(platform: Platform, at = '2026-01-05T02:00:00Z'): Promise<RegisteredIntermediary> {
  const uscc = freshUscc()
  const id = await registerIntermediary(contextOf(platform, at), {
    clientMutationId: randomUUID(),
    name: `虚构环保咨询${uscc.slice(-5)}有限公司`,
    uscc,
    divisionCode: '410105',
    legalForm: '有限责任公司',
    legalRepresentative: '测试甲',
    address: '郑州市金水区',
    phone: '0371-00000000',
    isFictitious: true,
    qualifications: [],
    practitioners: [{ name: '测试乙', identityNumber: '11010519491231002X', title: '工程师' }],
    offerings: [
      {
        serviceItemCode: offered.serviceItemCode,
        divisionCodes: ['410100'],
        feeSchedule: { kind: 'FIXED', feeFen: offered.feeFen },
        promisedWorkingDays: 10,
      },
    ],
  })
  const { subjectId, practitioners } = await platform.prisma.intermediary.findUniqueOrThrow({
    where: { id },
    include: { practitioners: true },
  })
  const [practitioner] = practitioners
  if (!practitioner) throw new Error('no practitioner')
  return { intermediaryId: id, subjectId, uscc, practitionerId: practitioner.id, practitionerSubjectId: practitioner.subjectId }
}

/** An applicant's own context, of a firm with nothing on record. */
export async function createOwner(platform: Platform, at: string): Promise<UseCaseContext> {
  const firm = await createFirm(platform)
  return contextOf(platform, at, { roles: ['APPLICANT'], subjectId: firm.id })
}

/** The input of a choice as the page shows it. */
export const choiceOf = (uscc: string, clientMutationId: string = randomUUID()) =>
  ({ ...offered, uscc, clientMutationId, projectName: '虚构厂房扩建', offeringVersion: 1 }) as const

/** An engagement, chosen and under contract on the same day, on the terms of the choice. */
export async function createEngagement(owner: UseCaseContext, uscc: string): Promise<{ id: string; number: string; version: number }> {
  const id = await chooseIntermediary(owner, choiceOf(uscc))
  const { number } = await owner.prisma.engagement.findUniqueOrThrow({ where: { id }, select: { number: true } })
  return { id, number, version: await concludeContract(owner, number) }
}
