import { randomUUID } from 'node:crypto'
import { requestQualificationChange } from '#services/intermediaries/request-qualification-change.ts'
import { registerIntermediary } from '#services/intermediaries/register-intermediary.ts'
import type { Platform, UseCaseContext } from '#services/kernel/use-case-context.ts'
import { contextOf, freshUscc } from './people.ts'

/** An item that needs a certificate, and how it is offered. */
export const certified = { serviceItemCode: 'ZJ-SUR-001', divisionCode: '410105', feeFen: 1_200_000, promisedWorkingDays: 10 } as const

export interface CertifiedFirm {
  readonly intermediaryId: string
  readonly subjectId: string
  readonly uscc: string
  readonly qualificationId: string
}

/** A firm with one certificate that ends on that day, and one offering that needs it. */
export async function createCertifiedFirm(platform: Platform, validUntilOn: string, at = '2026-01-05T02:00:00Z'): Promise<CertifiedFirm> {
  const uscc = freshUscc()
  const { serviceItemCode, feeFen, promisedWorkingDays } = certified
  const id = await registerIntermediary(contextOf(platform, at), {
    clientMutationId: randomUUID(),
    name: `虚构测绘${uscc.slice(-5)}有限公司`,
    uscc,
    divisionCode: '410105',
    legalForm: '有限责任公司',
    legalRepresentative: '测试甲',
    address: '郑州市金水区',
    phone: '0371-55550000',
    isFictitious: true,
    qualifications: [{ ...certificateOf(`乙测${uscc.slice(-5)}`), validUntilOn }],
    practitioners: [],
    offerings: [{ serviceItemCode, divisionCodes: ['410100'], feeSchedule: { kind: 'FIXED', feeFen }, promisedWorkingDays }],
  })
  const row = await platform.prisma.intermediary.findUniqueOrThrow({ where: { id }, include: { qualifications: true } })
  return { intermediaryId: id, subjectId: row.subjectId, uscc, qualificationId: row.qualifications[0]?.id ?? '' }
}

/** A certificate for that item, without an end. */
export const certificateOf = (certificateNo: string) => ({
  name: '测绘资质证书',
  grade: '乙级',
  certificateNo,
  issuer: '虚构发证机关',
  validFromOn: '2024-01-01',
  validUntilOn: null as string | null,
  serviceItemCodes: [certified.serviceItemCode as string],
})

/** Somebody who acts for the firm, at that instant. */
export const staffOf = (platform: Platform, firm: { readonly subjectId: string }, at: string): UseCaseContext =>
  contextOf(platform, at, { roles: ['INTERMEDIARY'], subjectId: firm.subjectId })

/** Asks for the certificate's renewal; the running change as stored. */
export async function renew(staff: UseCaseContext, { qualificationId }: CertifiedFirm, validFromOn: string, validUntilOn: string) {
  const certificate = { ...certificateOf('新证001'), validFromOn, validUntilOn }
  const id = await requestQualificationChange(staff, {
    clientMutationId: randomUUID(),
    qualification: { op: 'RENEW', qualificationId, certificate },
  })
  return staff.prisma.registerChange.findUniqueOrThrow({ where: { id } })
}

/** The step's input for a change as it stands now. */
export async function changeStep({ prisma }: UseCaseContext, id: string) {
  const { number, version } = await prisma.registerChange.findUniqueOrThrow({ where: { id } })
  return { clientMutationId: randomUUID(), number, version }
}
