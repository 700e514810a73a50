import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attachDeliverable, offerDeliverable } from '#services/acceptance/attach-deliverable.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { answerDeliverable } from '#services/engagements/answer-deliverable.ts'
import { deliverResult } from '#services/engagements/deliver-result.ts'
import { openFile } from '#services/files/open-file.ts'
import { uploadFile } from '#services/files/upload-file.ts'
import { ForbiddenError, NotFoundError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { createEngagement, createIntermediary, createOwner, offered } from '#test/factories/choosing.ts'
import { engagementStep, providerOf } from '#test/factories/contracting.ts'
import { contextOf } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let owner: UseCaseContext
let officer: UseCaseContext
let engagement: string
let provider: UseCaseContext
/** The approval item that demands the result of the service, and the place of that material. */
let item: { code: string; seq: number }
const monday = '2026-11-02T01:00:00Z'

beforeAll(async () => {
  test = await openTestPlatform()
  const { prisma } = test.platform
  const material = await prisma.material.findFirstOrThrow({ where: { serviceItemCode: offered.serviceItemCode }, orderBy: { id: 'asc' } })
  item = { code: material.approvalItemCode, seq: material.seq }
  const agency = { kind: 'AGENCY' as const, nameZh: '虚构审批局', divisionCode: '410105', createdAt: new Date(monday) }
  const { id: organisationId } = await prisma.organisation.create({ data: agency })
  officer = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'], organisationId })
  owner = await createOwner(test.platform, monday)
  const firm = await createIntermediary(test.platform)
  ;({ number: engagement } = await createEngagement(owner, firm.uscc))
  provider = await providerOf(owner, engagement)
})
afterAll(() => test.close())

/** A case of that applicant, every material found missing. */
async function fileCase(applicant: UseCaseContext): Promise<string> {
  const { uscc } = await test.platform.prisma.subject.findUniqueOrThrow({ where: { id: applicant.viewer.subjectId ?? '' } })
  const listed = await test.platform.prisma.material.findMany({ where: { approvalItemCode: item.code } })
  const id = await openCase(officer, {
    clientMutationId: randomUUID(),
    approvalItemCode: item.code,
    applicantCode: uscc ?? '',
    projectName: '虚构厂房扩建',
    materials: listed.map(({ seq }) => ({ seq, presence: 'MISSING' })),
  })
  return (await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id } })).number
}

const stepOf = async (number: string, change: { seq?: number; engagementNumber?: string } = {}) => {
  const { version } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { number } })
  return { clientMutationId: randomUUID(), number, version, seq: item.seq, engagementNumber: engagement, ...change }
}
const materialOf = (number: string) =>
  test.platform.prisma.caseMaterial.findFirstOrThrow({
    where: { case: { number }, material: { seq: item.seq } },
    include: { deliverable: { include: { engagement: true } } },
  })

describe('R1, R4: a result as a material, without a second upload', () => {
  it('is taken once it is accepted, with its file for the officer of that case and no other', async () => {
    const number = await fileCase(owner)
    await expect(attachDeliverable(officer, await stepOf(number))).rejects.toMatchObject({ code: 'RESULT_NOT_ACCEPTED' })
    const content = new TextEncoder().encode('%PDF-1.7\nreport')
    const file = { clientMutationId: randomUUID(), engagementNumber: engagement, fileName: '报告.pdf', content }
    const { id: fileId } = await uploadFile(provider, file)
    await deliverResult(provider, { ...(await engagementStep(owner, engagement)), fileId })
    await answerDeliverable(owner, { ...(await engagementStep(owner, engagement)), outcome: 'ACCEPTED' })
    expect(await openFile(officer, fileId)).toBeNull()

    await offerDeliverable(owner, await stepOf(number))
    // Offered is not found: the officer looks at it first, and can.
    expect(await materialOf(number)).toMatchObject({ presence: 'MISSING', deliverable: { engagement: { number: engagement } } })
    expect(await openFile(officer, fileId)).toMatchObject({ fileName: '报告.pdf' })
    await attachDeliverable(officer, await stepOf(number))
    expect(await materialOf(number)).toMatchObject({ presence: 'PRESENT' })
    const elsewhere = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'], organisationId: randomUUID() })
    expect(await openFile(elsewhere, fileId)).toBeNull()
  })

  it('only of the applicant’s own engagement and of the service the material comes from', async () => {
    const stranger = await createOwner(test.platform, monday)
    const others = await fileCase(stranger)
    await expect(attachDeliverable(officer, await stepOf(others))).rejects.toBeInstanceOf(NotFoundError)
    await expect(offerDeliverable(stranger, await stepOf(others))).rejects.toBeInstanceOf(NotFoundError)
    const own = await fileCase(owner)
    const { prisma } = test.platform
    const other = await prisma.material.findFirstOrThrow({
      where: { approvalItemCode: item.code, serviceItemCode: null },
    })
    await expect(attachDeliverable(officer, await stepOf(own, { seq: other.seq }))).rejects.toMatchObject({
      code: 'RESULT_OF_OTHER_SERVICE',
    })
    await expect(attachDeliverable(officer, await stepOf(own, { seq: 999 }))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  })

  it('by the agency of the case and its applicant alone', async () => {
    const number = await fileCase(owner)
    await expect(attachDeliverable(owner, await stepOf(number))).rejects.toBeInstanceOf(ForbiddenError)
    await expect(offerDeliverable(provider, await stepOf(number))).rejects.toBeInstanceOf(ForbiddenError)
    const elsewhere = contextOf(test.platform, monday, { roles: ['WINDOW_OFFICER'], organisationId: randomUUID() })
    await expect(attachDeliverable(elsewhere, await stepOf(number))).rejects.toBeInstanceOf(NotFoundError)
  })

  it('before the materials are recorded a single one can not pass for the whole list', async () => {
    const { uscc } = await test.platform.prisma.subject.findUniqueOrThrow({ where: { id: owner.viewer.subjectId ?? '' } })
    const filed = { approvalItemCode: item.code, applicantCode: uscc ?? '', projectName: '虚构厂房扩建' }
    const id = await openCase(officer, { clientMutationId: randomUUID(), ...filed })
    const { number } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id } })
    await expect(offerDeliverable(owner, await stepOf(number))).rejects.toMatchObject({ code: 'MATERIALS_NOT_RECORDED' })
  })
})
