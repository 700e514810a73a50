import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemViewer } from '#domain/access/viewer.ts'
import { closeCase } from '#services/acceptance/close-case.ts'
import { deemAccepted } from '#services/acceptance/deem-accepted.ts'
import { grantModeException } from '#services/acceptance/grant-mode-exception.ts'
import { noticedMaterials } from '#services/acceptance/case-papers.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { recogniseApplicant } from '#services/acceptance/recognise-applicant.ts'
import { recordMaterials } from '#services/acceptance/record-materials.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import { accept, allBut, createAgency, officerOf, toleratedItem } from '#test/factories/accepting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { caseStep, fileOnline } from '#test/factories/filing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

let test: TestPlatform
let agencyId: string
const monday = '2026-03-02T01:00:00Z'
/** The first instant after the fifth working day. */
const over = '2026-03-09T16:00:00Z'
const officer = (at = monday) => officerOf(test.platform, agencyId, at)
const worker = (at: string): UseCaseContext => ({ ...contextOf(test.platform, at), viewer: systemViewer })

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构审批局')
})
afterAll(() => test.close())

const caseOf = (id: string) => test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id }, include: { checkReceipt: true } })
const open = async (changes: Partial<Parameters<typeof openCase>[1]> = {}, at = monday) => {
  const { uscc } = await createFirm(test.platform)
  const base = { approvalItemCode: toleratedItem, applicantCode: uscc, projectName: '虚构项目', materials: allBut(4, [1]) }
  return openCase(officer(at), { clientMutationId: randomUUID(), ...base, ...changes })
}
const close = async (id: string, changes: Partial<Parameters<typeof closeCase>[1]>, at = monday) =>
  closeCase(officer(at), { ...(await caseStep(officer(), id)), outcome: 'NOT_ACCEPTED', reason: '理由', ...changes })

describe('行政许可法 32(4): deemed acceptance', () => {
  it('comes once, whatever the number of workers, and not a millisecond before the fifth working day has ended', async () => {
    const ids = [await open(), await open(), await fileOnline(await createOwner(test.platform, monday), agencyId, [1])]
    const inTime = await open()
    await accept(officer(), inTime, { mode: 'CORRECTION_NOTICE' })
    expect(await deemAccepted(worker('2026-03-09T15:59:59.999Z'))).toEqual({ deemed: 0, stopped: [] })
    const sweeps = await Promise.all([deemAccepted(worker(over)), deemAccepted(worker(over)), deemAccepted(worker(over))])
    expect(sweeps.reduce((sum, { deemed }) => sum + deemed, 0)).toBe(3)
    expect(await deemAccepted(worker(over))).toEqual({ deemed: 0, stopped: [] })
    for (const id of ids) {
      const deemed = await caseOf(id)
      expect(deemed).toMatchObject({ state: 'ACCEPTED', mode: 'NORMAL', isDeemedAccepted: true, acceptedAt: new Date(monday) })
      expect(deemed.decisionDueOn?.toISOString().slice(0, 10)).toBe('2026-03-30')
      expect(deemed.acceptanceNumber).toMatch(/^SL-2026-\d{6}$/)
      expect(await test.platform.receiptSigner.verify(deemed.checkReceipt?.signature ?? '')).not.toBeNull()
      const steps = await test.platform.prisma.procedureEvent.findMany({ where: { entityId: id, kind: 'DEEMED_ACCEPTED' } })
      expect(steps).toHaveLength(1)
    }
    expect(await caseOf(inTime)).toMatchObject({ state: 'CORRECTION_REQUESTED', isDeemedAccepted: false })
  })

  it('races with an officer: one of the two accepts it', async () => {
    const id = await open({ materials: allBut(4, []) })
    const results = await Promise.allSettled([deemAccepted(worker(over)), accept(officer(over), id, { mode: 'NORMAL' })])
    expect(results[0]).toMatchObject({ status: 'fulfilled' })
    const accepted = await test.platform.prisma.auditEvent.findMany({
      where: { entityId: id, action: { in: ['acceptance.deemAccepted', 'acceptance.acceptCase'] } },
    })
    expect(accepted).toHaveLength(1)
    expect(await caseOf(id)).toMatchObject({ state: 'ACCEPTED', acceptedAt: new Date(monday) })
  })

  it('stops for the case whose calendar isn’t loaded, and for no other', async () => {
    const uncounted = await open({}, '2026-12-10T01:00:00Z')
    const counted = await open({ approvalItemCode: 'AP-MKT-001', materials: allBut(6, [1]) }, '2026-12-10T01:00:00Z')
    const { deemed, stopped } = await deemAccepted(worker('2026-12-18T01:00:00Z'))
    expect(deemed).toBe(1)
    expect(stopped).toEqual([{ number: (await caseOf(uncounted)).number, code: 'CALENDAR_NOT_LOADED' }])
    expect([(await caseOf(uncounted)).state, (await caseOf(counted)).state]).toEqual(['FILED', 'ACCEPTED'])
  })

  it('is the worker’s alone', async () => {
    await expect(deemAccepted(officer())).rejects.toThrow(ForbiddenError)
  })

  it('what came by post counts from the day it was received; nobody receives in the future', async () => {
    const id = await open({ channel: 'POST', receivedOn: '2026-02-26' })
    expect(await caseOf(id)).toMatchObject({ channel: 'POST', filedAt: new Date('2026-02-25T16:00:00Z') })
    // Saturday, 28 February is worked in exchange.
    expect((await caseOf(id)).correctionDueOn?.toISOString().slice(0, 10)).toBe('2026-03-04')
    await expect(open({ channel: 'POST', receivedOn: '2026-03-03' })).rejects.toMatchObject({ fields: [{ code: 'DAY_IN_FUTURE' }] })
  })
})

describe('documents of intake', () => {
  it('are numbered without a gap, each kind by itself, also where one is refused in between', async () => {
    const accepted = await open({ materials: allBut(4, []) })
    const noticed = await open()
    const flawed = await open({ materials: allBut(4, [2], 'FLAWED') })
    const turnedAway = await open()
    await accept(officer(), accepted, { mode: 'NORMAL' })
    await expect(accept(officer(), flawed, { mode: 'CORRECTION_NOTICE' })).rejects.toMatchObject({
      code: 'FLAW_NOT_NAMED',
      facts: { materials: [2] },
    })
    await accept(officer(), noticed, { mode: 'CORRECTION_NOTICE' })
    await close(turnedAway, { ground: 'NOT_COMPETENT', reason: '请向市级部门申请' })
    const second = await open({ materials: allBut(4, []) })
    await accept(officer(), second, { mode: 'NORMAL' })
    const serial = (number: string | null) => Number(number?.slice(-6))
    expect(serial((await caseOf(second)).acceptanceNumber) - serial((await caseOf(accepted)).acceptanceNumber)).toBe(1)
    expect((await caseOf(noticed)).correctionNumber).toMatch(/^BZ-2026-\d{6}$/)
    expect((await caseOf(turnedAway)).nonAcceptanceNumber).toMatch(/^BS-2026-\d{6}$/)
  })

  it('the notice stays as it went out, whatever is recorded afterwards', async () => {
    const materials = allBut(4, [1, 2]).map((one) => (one.seq === 2 ? { ...one, presence: 'FLAWED' as const, note: '未盖章' } : one))
    const id = await open({ materials })
    await accept(officer(), id, { mode: 'CORRECTION_NOTICE' })
    await recordMaterials(officer(), { ...(await caseStep(officer(), id)), materials: allBut(4, []) })
    const listed = (await noticedMaterials(test.platform.prisma, id)).map(({ seq, presence, note }) => ({ seq, presence, note }))
    expect(listed).toEqual([
      { seq: 1, presence: 'MISSING', note: null },
      { seq: 2, presence: 'FLAWED', note: '未盖章' },
    ])
  })

  it('a non-acceptance names its ground: not incomplete before the notice, not after everything came, not once deemed accepted', async () => {
    const id = await open()
    await expect(close(id, {})).rejects.toMatchObject({ fields: [{ path: 'ground', code: 'REQUIRED' }] })
    await expect(close(id, { ground: 'NOT_CORRECTED' })).rejects.toMatchObject({ code: 'CORRECTION_FIRST' })
    await expect(close(id, { ground: 'NOT_REQUIRED' }, over)).rejects.toMatchObject({ code: 'DEEMED_ACCEPTED' })
    await accept(officer(), id, { mode: 'CORRECTION_NOTICE' })
    await recordMaterials(officer(), { ...(await caseStep(officer(), id)), materials: allBut(4, []) })
    await expect(close(id, { ground: 'NOT_CORRECTED' })).rejects.toMatchObject({ code: 'CORRECTED' })
    await accept(officer(), id, { mode: 'NORMAL' })
    await expect(close(id, { ground: 'UNTRUE' })).rejects.toMatchObject({ code: 'STEP_FORBIDDEN' })
  })
})

describe('who is at the counter', () => {
  it('is recognised by code from the agency’s own cases, a person by the keyed hash of a number that is never shown', async () => {
    const identity = '110105194912310038'
    const first = { applicantCode: identity, applicantName: '虚构人', projectName: '甲项目', projectCode: '2601-410105-04-01-123456' }
    expect(await recogniseApplicant(officer(), { code: identity })).toBeNull()
    await open(first)
    await open({ ...first, projectName: '乙项目', projectCode: null }, '2026-03-03T01:00:00Z')
    const known = await recogniseApplicant(officer(), { code: identity })
    expect(known).toEqual({
      name: '虚构人',
      shownCode: '110105********0038',
      caseCount: 2,
      projects: [
        { projectName: '乙项目', projectCode: null },
        { projectName: '甲项目', projectCode: '2601-410105-04-01-123456' },
      ],
    })
    const elsewhere = officerOf(test.platform, await createAgency(test.platform, '另一审批局'), monday)
    expect(await recogniseApplicant(elsewhere, { code: identity })).toMatchObject({ name: '虚构人', caseCount: 0, projects: [] })
    await expect(recogniseApplicant(await createOwner(test.platform, monday), { code: identity })).rejects.toThrow(ForbiddenError)
  })
})

describe('a manager’s exception', () => {
  it('is granted by none under the rules in force, whoever asks and whatever the reason', async () => {
    const id = await open({ materials: allBut(4, [1]) })
    const manager = contextOf(test.platform, monday, { roles: ['AGENCY_MANAGER'], organisationId: agencyId })
    const wanted = { mode: 'TOLERANT_ACCEPTANCE', refusalCode: 'ESSENTIAL_MATERIAL_MISSING', reasons: '特殊情况' } as const
    const grant = async (who: UseCaseContext, changes: object = {}) =>
      grantModeException(who, { ...(await caseStep(manager, id)), ...wanted, ...changes })
    await expect(grant(manager)).rejects.toMatchObject({ code: 'EXCEPTION_NOT_PROVIDED' })
    await expect(grant(manager, { refusalCode: 'BARRED' })).rejects.toMatchObject({ code: 'EXCEPTION_NOT_PROVIDED' })
    await expect(grant(officer())).rejects.toThrow(ForbiddenError)
    // A row that the rules don't provide for has no effect, however it got there.
    const row = { caseId: id, mode: wanted.mode, refusalCode: wanted.refusalCode, reasons: 'x', basis: 'x', grantedAt: new Date(monday) }
    await test.platform.prisma.modeException.create({ data: { ...row, grantedById: randomUUID() } })
    const promised = accept(officer(), id, { mode: 'TOLERANT_ACCEPTANCE', signerName: '测试甲', supplementDueOn: '2026-03-10' })
    await expect(promised).rejects.toMatchObject({ code: 'MODE_NOT_ALLOWED' })
  })
})
