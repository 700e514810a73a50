import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptCase } from '#services/acceptance/accept-case.ts'
import { closeCase } from '#services/acceptance/close-case.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { recordMaterials } from '#services/acceptance/record-materials.ts'
import { ConcurrentChangeError, ForbiddenError, ValidationError } from '#services/kernel/use-case-error.ts'
import { accept, allBut, createAgency, handledItem, officerOf, toleratedItem } from '#test/factories/accepting.ts'
import { contextOf, createFirm, freshUscc } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agency: string
const monday = '2026-03-02T01:00:00Z'
const officer = (at = monday) => officerOf(test.platform, agency, at)

beforeAll(async () => {
  test = await openTestPlatform()
  agency = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())

const caseOf = (id: string) =>
  test.platform.prisma.approvalCase.findUniqueOrThrow({
    where: { id },
    include: { commitments: { include: { items: true } }, checkReceipt: true },
  })
async function file(missing: readonly number[], item: string = toleratedItem, count = 4, at = monday) {
  const { uscc } = await createFirm(test.platform)
  const input = {
    clientMutationId: randomUUID(),
    approvalItemCode: item,
    applicantCode: uscc,
    projectName: '虚构项目',
    materials: allBut(count, missing),
  }
  return openCase(officer(at), input)
}

describe('opening a case', () => {
  it('enters an applicant nobody knew, firm or person; the number of a person is sealed', async () => {
    const base = { approvalItemCode: toleratedItem, projectName: '虚构项目' }
    const uscc = freshUscc()
    const nameless = openCase(officer(), { ...base, clientMutationId: randomUUID(), applicantCode: uscc })
    await expect(nameless).rejects.toMatchObject({ fields: [{ path: 'applicantName', code: 'NAME_OF_NEWCOMER_REQUIRED' }] })
    await openCase(officer(), { ...base, clientMutationId: randomUUID(), applicantCode: uscc, applicantName: '虚构新企业' })
    const identity = '11010519491231002X'
    await openCase(officer(), { ...base, clientMutationId: randomUUID(), applicantCode: identity, applicantName: '虚构人' })
    const { prisma } = test.platform
    expect(await prisma.subject.findUniqueOrThrow({ where: { uscc } })).toMatchObject({ name: '虚构新企业' })
    const person = await prisma.subject.findFirstOrThrow({ where: { name: '虚构人' } })
    expect(person).toMatchObject({ kind: 'PERSON', identityMasked: '110105********002X' })
    expect(test.platform.identityVault.open(person.identityCipher ?? '')).toBe(identity)
    const trail = JSON.stringify(await prisma.auditEvent.findMany({ select: { after: true } }))
    expect(trail).not.toContain(identity)
  })

  it('happens once for one wish, and only in the officer’s own agency, by a person', async () => {
    const { uscc } = await createFirm(test.platform)
    const input = { clientMutationId: randomUUID(), approvalItemCode: toleratedItem, applicantCode: uscc, projectName: '虚构项目' }
    const at = officer()
    const [first, again] = await Promise.all([openCase(at, input), openCase(at, input)])
    expect(again).toBe(first)
    const key = contextOf(test.platform, monday, { kind: 'API_KEY', userId: null, organisationId: agency, roles: ['WINDOW_OFFICER'] })
    await expect(openCase(key, { ...input, clientMutationId: randomUUID() })).rejects.toMatchObject({ code: 'KEY_WITHOUT_OFFICER' })
    const applicant = contextOf(test.platform, monday, { roles: ['APPLICANT'] })
    await expect(openCase(applicant, { ...input, clientMutationId: randomUUID() })).rejects.toThrow(ForbiddenError)
  })

  it('says which year of the calendar is missing', async () => {
    await expect(file([], toleratedItem, 4, '2026-12-30T01:00:00Z')).rejects.toMatchObject({
      code: 'CALENDAR_NOT_LOADED',
      facts: { year: 2027 },
    })
  })
})

describe('R1: accepting', () => {
  it('a complete application: due in the promised working days, with the receipt of the check', async () => {
    const id = await file([])
    await accept(officer(), id, { mode: 'NORMAL' })
    const accepted = await caseOf(id)
    expect(accepted).toMatchObject({ state: 'ACCEPTED', mode: 'NORMAL', commitments: [] })
    expect(accepted.decisionDueOn?.toISOString().slice(0, 10)).toBe('2026-03-30')
    expect(await test.platform.receiptSigner.verify(accepted.checkReceipt?.signature ?? '')).toMatchObject({ answer: { result: 'CLEAR' } })
  })

  it('on a promise: letter as signed, one item a material, due day as asked', async () => {
    const id = await file([3])
    await accept(officer(), id, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-10' })
    const { commitments } = await caseOf(id)
    expect(commitments).toMatchObject([{ state: 'PENDING', signerName: '测试甲', isPublished: false, items: [{ materialSeq: 3 }] }])
    expect(JSON.stringify(commitments[0]?.letter)).toContain('2026年3月10日')
  })

  it.each([
    ['an essential material is missing', [1, 3], toleratedItem, 4, 'ESSENTIAL_MATERIAL_MISSING'],
    ['nothing is missing', [], toleratedItem, 4, 'NOTHING_MISSING'],
    ['an immediate item', [2], 'AP-MKT-001', 6, 'ITEM_IMMEDIATE'],
  ])('refuses a promise where the law does: %s', async (_name, missing, item, count, code) => {
    const id = await file(missing, item, count)
    const promised = accept(officer(), id, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-10' })
    await expect(promised).rejects.toMatchObject({ code: 'MODE_NOT_ALLOWED' })
    const refusal = await promised.catch((error: { facts: { reasons: { code: string; clause: string }[] } }) => error)
    const reasons = (refusal as { facts: { reasons: { code: string; clause: string }[] } }).facts.reasons
    expect(reasons.map((reason) => reason.code)).toContain(code)
    expect(reasons.every(({ clause }) => clause.length > 0)).toBe(true)
    expect(await caseOf(id)).toMatchObject({ state: 'FILED', checkReceiptId: null })
  })

  it('handles on a published promise only what concerns identity, with the applicant’s consent', async () => {
    const id = await file([4], handledItem, 5)
    const without = accept(officer(), id, { mode: 'TOLERANT_HANDLING', signerName: '测试甲' })
    await expect(without).rejects.toThrow(ValidationError)
    await accept(officer(), id, { mode: 'TOLERANT_HANDLING', signerName: '测试甲', isPublicityAgreed: true })
    expect((await caseOf(id)).commitments).toMatchObject([{ mode: 'TOLERANT_HANDLING', isPublished: true }])
    const excluded = await file([2], 'AP-EM-001', await test.platform.prisma.material.count({ where: { approvalItemCode: 'AP-EM-001' } }))
    const handled = accept(officer(), excluded, { mode: 'TOLERANT_HANDLING', signerName: '测试甲', isPublicityAgreed: true })
    const { facts } = (await handled.catch((error: unknown) => error)) as { facts: { reasons: { code: string }[] } }
    expect(facts.reasons.map(({ code }) => code)).toContain('ITEM_EXCLUDED')
  })

  it.each([
    ['the day of receipt', '2026-03-02', 'DUE_DAY_NOT_AFTER_RECEIPT'],
    ['a Sunday', '2026-03-08', 'DUE_DAY_NOT_A_WORKING_DAY'],
    ['after the promised limit', '2026-03-31', 'DUE_DAY_TOO_LATE'],
    ['no day', '2026-02-30', 'DUE_DAY_MALFORMED'],
  ])('refuses as due day %s', async (_name, supplementDueOn, code) => {
    const id = await file([3])
    const promised = accept(officer(), id, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn })
    await expect(promised).rejects.toMatchObject({ code })
  })

  it('asks for correction once, with everything; after five working days the case counts as accepted when filed', async () => {
    const id = await file([1, 3])
    await accept(officer(), id, { mode: 'CORRECTION_NOTICE' })
    expect(await caseOf(id)).toMatchObject({ state: 'CORRECTION_REQUESTED', acceptedAt: null })
    await expect(accept(officer(), id, { mode: 'CORRECTION_NOTICE' })).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
    const { number, version } = await caseOf(id)
    await recordMaterials(officer(), { clientMutationId: randomUUID(), number, version, materials: allBut(4, []) })
    await accept(officer('2026-03-20T01:00:00Z'), id, { mode: 'NORMAL' })
    expect(await caseOf(id)).toMatchObject({ state: 'ACCEPTED' })

    const late = await file([1])
    const tuesday = officer('2026-03-10T01:00:00Z')
    await expect(accept(tuesday, late, { mode: 'CORRECTION_NOTICE' })).rejects.toMatchObject({
      code: 'DEEMED_ACCEPTED',
      facts: { acceptedOn: '2026-03-02' },
    })
    await accept(tuesday, late, { mode: 'NORMAL' })
    const deemed = await caseOf(late)
    expect(deemed.acceptedAt).toEqual(new Date(monday))
    expect(deemed.decisionDueOn?.toISOString().slice(0, 10)).toBe('2026-03-30')
  })

  it('is for the agency of the case and the version that was looked at', async () => {
    const id = await file([])
    const { number, version } = await caseOf(id)
    const stranger = officerOf(test.platform, await createAgency(test.platform, '另一审批局'), monday)
    const input = { clientMutationId: randomUUID(), number, version, mode: 'NORMAL' } as const
    await expect(acceptCase(stranger, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(acceptCase(officer(), { ...input, version: 9 })).rejects.toThrow(ConcurrentChangeError)
  })
})

describe('closing a case', () => {
  it('approves only when what was promised is there; a withdrawal lets the promise fall, but not once its day is over', async () => {
    const id = await file([3])
    await accept(officer(), id, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-10' })
    const close = async (outcome: 'DECIDED' | 'WITHDRAWN', at: string) => {
      const { number, version } = await caseOf(id)
      return closeCase(officer(at), { clientMutationId: randomUUID(), number, version, outcome, reason: '申请人要求' })
    }
    await expect(close('DECIDED', monday)).rejects.toMatchObject({ code: 'SUPPLEMENT_OUTSTANDING' })
    await expect(close('WITHDRAWN', '2026-03-10T16:00:00Z')).rejects.toMatchObject({ code: 'COMMITMENT_OVERDUE' })
    await close('WITHDRAWN', '2026-03-09T01:00:00Z')
    expect(await caseOf(id)).toMatchObject({ state: 'WITHDRAWN', commitments: [{ state: 'WITHDRAWN' }] })
  })
})
