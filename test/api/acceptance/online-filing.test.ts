import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { discardDraft } from '#services/acceptance/discard-draft.ts'
import { fileDraft } from '#services/acceptance/file-draft.ts'
import { gapsOf } from '#services/acceptance/gaps-of.ts'
import { handInMaterial } from '#services/acceptance/hand-in-material.ts'
import { previewCase } from '#services/acceptance/preview-modes.ts'
import { recordMaterials } from '#services/acceptance/record-materials.ts'
import { removeMaterialFile } from '#services/acceptance/remove-material-file.ts'
import { saveDraft } from '#services/acceptance/save-draft.ts'
import { takeUpCase } from '#services/acceptance/take-up-case.ts'
import { visibleApprovalCases } from '#services/acceptance/visible-cases.ts'
import { withdrawCase } from '#services/acceptance/withdraw-case.ts'
import { openFile } from '#services/files/open-file.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { ForbiddenError, ValidationError } from '#services/kernel/use-case-error.ts'
import { accept, allBut, createAgency, officerOf } from '#test/factories/accepting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { caseStep, draft, fileOnline, handIn } from '#test/factories/filing.ts'
import { contextOf } from '#test/factories/people.ts'
import { later } from '#test/factories/violation-case.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agencyId: string
let owner: UseCaseContext
const monday = '2026-03-02T01:00:00Z'
const officer = (at = monday) => officerOf(test.platform, agencyId, at)

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构审批局')
  owner = await createOwner(test.platform, monday)
})
afterAll(() => test.close())

const caseOf = (id: string) =>
  test.platform.prisma.approvalCase.findUniqueOrThrow({
    where: { id },
    include: { materials: { include: { files: true, material: true }, orderBy: { material: { seq: 'asc' } } } },
  })
const gaps = async (id: string) => (await gapsOf(owner, await caseOf(id))).map(({ code, seq }) => [code, seq])
const stepsOf = async (entityId: string) =>
  (await test.platform.prisma.procedureEvent.findMany({ where: { entityId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind)

describe('行政许可法 29: an application online', () => {
  it('says what is missing and which modes would be open, as the applicant puts it together', async () => {
    const id = await draft(owner, agencyId, '')
    expect(await gaps(id)).toEqual([
      ['PROJECT_MISSING', null],
      ['ESSENTIAL_MISSING', 1],
      ['ESSENTIAL_MISSING', 2],
      ['DEFERRABLE_MISSING', 3],
      ['ESSENTIAL_MISSING', 4],
    ])
    await expect(fileDraft(owner, await caseStep(owner, id))).rejects.toMatchObject({ code: 'DRAFT_INCOMPLETE' })
    await handIn(owner, id, [1, 2])
    const typed = { organisationId: agencyId, projectName: '虚构厂房', projectCode: '2601 410105 04 01 123456' }
    await saveDraft(owner, { ...(await caseStep(owner, id)), ...typed, onPaper: [4] })
    expect(await gaps(id)).toEqual([['DEFERRABLE_MISSING', 3]])
    const modes = (await previewCase(owner, await caseOf(id)))?.modes.filter(({ isAllowed }) => isAllowed).map(({ mode }) => mode)
    expect(modes).toEqual(['TOLERANT_ACCEPTANCE', 'CORRECTION_NOTICE'])
    expect(await caseOf(id)).toMatchObject({ projectName: '虚构厂房', projectCode: '2601-410105-04-01-123456', state: 'DRAFT' })
  })

  it('is a draft that survives, and nobody else’s to know of', async () => {
    const id = await draft(owner, agencyId)
    await handIn(owner, id, [1])
    const nextMonth = later(owner, '2026-04-10T01:00:00Z')
    await handIn(nextMonth, id, [2])
    const { number, materials } = await caseOf(id)
    const fileId = materials[0]?.files[0]?.fileId ?? ''
    const auditor = contextOf(test.platform, monday, { roles: ['AUDITOR'] })
    for (const stranger of [officer(), auditor, await createOwner(test.platform, monday)]) {
      const seen = await test.platform.prisma.approvalCase.count({ where: { AND: [{ number }, visibleApprovalCases(stranger.viewer)] } })
      expect(seen).toBe(0)
      expect(await openFile(stranger, fileId)).toBeNull()
    }
    expect(await openFile(nextMonth, fileId)).not.toBeNull()
    const step = { ...(await caseStep(owner, id)), materials: allBut(4, []) }
    await expect(recordMaterials(officer(), step)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(fileDraft(officer(), step)).rejects.toThrow(ForbiddenError)
    expect(await stepsOf(id)).toEqual([])
  })

  it('is filed at an instant from which the agency’s five working days run', async () => {
    const id = await draft(owner, agencyId)
    await handIn(owner, id, [1, 2, 4])
    await fileDraft(later(owner, '2026-03-04T03:00:00Z'), await caseStep(owner, id))
    const filed = await caseOf(id)
    expect(filed).toMatchObject({ state: 'FILED', channel: 'ONLINE', officerId: null, filedById: owner.viewer.userId })
    expect([filed.filedAt.toISOString(), filed.correctionDueOn?.toISOString().slice(0, 10)]).toEqual([
      '2026-03-04T03:00:00.000Z',
      '2026-03-11',
    ])
    expect(filed.materials.map(({ presence }) => presence)).toEqual(['PRESENT', 'PRESENT', 'MISSING', 'PRESENT'])
    await expect(saveDraft(owner, { ...(await caseStep(owner, id)), organisationId: agencyId })).rejects.toMatchObject({
      code: 'DRAFT_FILED',
    })
    const told = await test.platform.prisma.outboxEvent.findMany({ where: { entityId: id } })
    expect(told.map(({ topic }) => topic)).toEqual(['acceptance.filedOnline'])
  })

  it('filed twice at once is filed once', async () => {
    const id = await draft(owner, agencyId)
    const step = await caseStep(owner, id)
    const other = { ...step, clientMutationId: randomUUID() }
    const results = await Promise.allSettled([fileDraft(owner, step), fileDraft(owner, step), fileDraft(owner, other)])
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1)
    expect(await stepsOf(id)).toEqual(['FILED_ONLINE'])
  })

  it('files are taken out of a draft, not of what was filed; a draft thrown away leaves nothing', async () => {
    const id = await draft(owner, agencyId)
    await handIn(owner, id, [1, 2])
    const [first, second] = (await caseOf(id)).materials.flatMap(({ files }) => files.map(({ fileId }) => fileId))
    await removeMaterialFile(owner, { ...(await caseStep(owner, id)), fileKey: first ?? '' })
    expect((await caseOf(id)).materials.map(({ files }) => files.length)).toEqual([0, 1, 0, 0])
    const gone = await draft(owner, agencyId)
    await handIn(owner, gone, [1])
    await discardDraft(owner, await caseStep(owner, gone))
    expect(await test.platform.prisma.approvalCase.count({ where: { id: gone } })).toBe(0)
    await fileDraft(owner, await caseStep(owner, id))
    const late = { ...(await caseStep(owner, id)), fileKey: second ?? '' }
    await expect(removeMaterialFile(owner, late)).rejects.toMatchObject({ code: 'DRAFT_FILED' })
    await expect(discardDraft(owner, await caseStep(owner, id))).rejects.toMatchObject({ code: 'DRAFT_FILED' })
  })

  it.each([
    ['HTML', new TextEncoder().encode('<script>1</script>'), 1, 'FILE_TYPE_REFUSED'],
    ['a material there is none of', new TextEncoder().encode('%PDF-1.7'), 9, 'VALIDATION_FAILED'],
  ])('%s isn’t taken in, and nothing is counted of it', async (_, content, seq, code) => {
    const id = await draft(owner, agencyId)
    const attempt = handInMaterial(owner, { ...(await caseStep(owner, id)), seq, files: [{ fileName: 'x.pdf', content }] })
    await expect(attempt).rejects.toMatchObject({ code })
    expect(await test.platform.prisma.caseMaterialFile.count({ where: { caseId: id } })).toBe(0)
  })

  it('needs an agency', async () => {
    const somebody = await test.platform.prisma.organisation.create({
      data: { kind: 'REGULATOR', nameZh: '虚构监管办', divisionCode: '410105', createdAt: new Date(monday) },
    })
    await expect(draft(owner, somebody.id)).rejects.toThrow(ValidationError)
  })
})

describe('a case that came online', () => {
  it('is taken up by one officer, and the applicant sees it', async () => {
    const id = await fileOnline(owner, agencyId, [1, 2, 3, 4])
    const step = await caseStep(officer(), id)
    const [one, two] = [officer(), officer()]
    const taken = await Promise.allSettled([takeUpCase(one, step), takeUpCase(two, step)])
    expect(taken.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { officerId } = await caseOf(id)
    expect(officerId).toBe(taken[0].status === 'fulfilled' ? one.viewer.userId : two.viewer.userId)
    await expect(takeUpCase(officer(), await caseStep(officer(), id))).rejects.toMatchObject({ code: 'CASE_TAKEN_UP' })
    expect(await stepsOf(id)).toEqual(['FILED_ONLINE', 'TAKEN_UP'])
  })

  it('accepted without, it is taken up with the acceptance', async () => {
    const id = await fileOnline(owner, agencyId, [1, 2, 3, 4])
    const handler = officer()
    await accept(handler, id, { mode: 'NORMAL' })
    expect(await caseOf(id)).toMatchObject({ state: 'ACCEPTED', officerId: handler.viewer.userId })
  })

  it('after the one notice takes in what was asked for, and nothing more may be asked', async () => {
    const id = await fileOnline(owner, agencyId, [1, 2, 3])
    await accept(officer(), id, { mode: 'CORRECTION_NOTICE' })
    await handIn(owner, id, [4])
    const more = { ...(await caseStep(officer(), id)), materials: allBut(4, [2]) }
    await expect(recordMaterials(officer(), more)).rejects.toMatchObject({ code: 'DEMANDED_AFTER_NOTICE', facts: { materials: [2] } })
    await recordMaterials(officer(), { ...(await caseStep(officer(), id)), materials: allBut(4, []) })
    await accept(officer('2026-03-20T01:00:00Z'), id, { mode: 'NORMAL' })
    expect(await stepsOf(id)).toEqual(['FILED_ONLINE', 'CORRECTION_REQUESTED', 'MATERIAL_HANDED_IN', 'CORRECTED', 'ACCEPTED_NORMAL'])
    const after = { ...(await caseStep(owner, id)), seq: 1, files: [{ fileName: 'x.pdf', content: new TextEncoder().encode('%PDF-1.7') }] }
    await expect(handInMaterial(owner, after)).rejects.toMatchObject({ code: 'CASE_NOT_OPEN' })
  })

  it('is withdrawn by its applicant before the decision, with its promise, but not once a promised day is over', async () => {
    const id = await fileOnline(owner, agencyId, [1, 2, 4])
    await accept(officer(), id, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-10' })
    const stranger = await createOwner(test.platform, monday)
    await expect(withdrawCase(stranger, await caseStep(owner, id))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(withdrawCase(officer(), await caseStep(owner, id))).rejects.toThrow(ForbiddenError)
    const tooLate = later(owner, '2026-03-10T16:00:00Z')
    await expect(withdrawCase(tooLate, await caseStep(owner, id))).rejects.toMatchObject({ code: 'COMMITMENT_OVERDUE' })
    await withdrawCase(owner, await caseStep(owner, id))
    expect(await caseOf(id)).toMatchObject({ state: 'WITHDRAWN' })
    expect(await test.platform.prisma.commitment.findMany({ where: { caseId: id } })).toMatchObject([
      { state: 'WITHDRAWN', nextDueOn: null },
    ])
    await expect(withdrawCase(owner, await caseStep(owner, id))).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })
})
