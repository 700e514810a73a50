import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptCase } from '#services/acceptance/accept-case.ts'
import { openCase } from '#services/acceptance/open-case.ts'
import { recordMaterials } from '#services/acceptance/record-materials.ts'
import { runInTransaction } from '#services/kernel/run-use-case.ts'
import { ForbiddenError } from '#services/kernel/use-case-error.ts'
import type { UseCaseContext } from '#services/kernel/use-case-context.ts'
import { handleAlert } from '#services/supervision/handle-alert.ts'
import { raiseAlert } from '#services/supervision/raise-alert.ts'
import { reportDemand } from '#services/supervision/report-demand.ts'
import { allBut, createAgency, officerOf } from '#test/factories/accepting.ts'
import { adjusters, createAdjustingBodies, publishChange } from '#test/factories/adjusting.ts'
import { createOwner } from '#test/factories/choosing.ts'
import { contextOf, createFirm } from '#test/factories/people.ts'
import { openTestPlatform } from '#test/setup/database.ts'
import type { TestPlatform } from '#test/setup/database.ts'

const monday = '2026-03-02T01:00:00Z'
const tuesday = '2026-03-03T01:00:00Z'
/** Its second material is delivered by ZJ-EIA-001. */
const approval = 'AP-ENV-001'
let test: TestPlatform
let agencyId: string
let applicant: UseCaseContext

beforeAll(async () => {
  test = await openTestPlatform()
  agencyId = await createAgency(test.platform, '虚构生态环境局')
  applicant = await createOwner(test.platform, tuesday)
})
afterAll(() => test.close())

const alerts = (where: object = {}) => test.platform.prisma.alert.findMany({ where, orderBy: { raisedAt: 'asc' } })

describe('R7 an alert', () => {
  const finding = (sourceId: string) =>
    ({ kind: 'FEE_OVER_CEILING', level: 'RED', sourceType: 'ServiceOffering', sourceId, facts: { feeFen: 1 } }) as const

  it('is raised once per kind and source, by however many at once', async () => {
    const sourceId = randomUUID()
    const system = contextOf(test.platform, monday)
    const ids = await Promise.all(Array.from({ length: 10 }, () => runInTransaction(system, (unit) => raiseAlert(unit, finding(sourceId)))))
    expect(new Set(ids).size).toBe(1)
    const [alert] = await alerts({ sourceId })
    expect(alert).toMatchObject({ state: 'OPEN', level: 'RED' })
    expect(await test.platform.prisma.outboxEvent.count({ where: { topic: 'supervision.alertRaised', entityId: alert?.id ?? '' } })).toBe(1)
    expect(await test.platform.prisma.auditEvent.count({ where: { action: 'supervision.raiseAlert', entityId: alert?.id ?? '' } })).toBe(1)
  })

  it('is handled once, with a note, by those who may', async () => {
    const id = await runInTransaction(contextOf(test.platform, monday), (unit) => raiseAlert(unit, finding(randomUUID())))
    const { number } = await test.platform.prisma.alert.findUniqueOrThrow({ where: { id } })
    const input = () => ({ clientMutationId: randomUUID(), number, note: '已责令改正。' })
    await expect(handleAlert(applicant, input())).rejects.toBeInstanceOf(ForbiddenError)
    const office = contextOf(test.platform, tuesday, { roles: ['REFORM_OFFICE'] })
    await handleAlert(office, input())
    expect(await test.platform.prisma.alert.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'HANDLED',
      handlingNote: '已责令改正。',
    })
    await expect(handleAlert(office, input())).rejects.toMatchObject({ code: 'ALERT_HANDLED' })
  })
})

describe('003 三(三) what an applicant reports was demanded', () => {
  const report = async (demanded: string, more: object = {}) => {
    const id = await reportDemand(applicant, { clientMutationId: randomUUID(), agencyId, demanded, demandedOn: '2026-03-03', ...more })
    const row = await test.platform.prisma.demandReport.findUniqueOrThrow({ where: { id } })
    return { row, alert: (await alerts({ sourceType: 'DemandReport', sourceId: id }))[0] }
  }

  it.each([
    ['要求提供建设项目环评文件技术评估（由申请人付费）', 'ZJ-EIA-003', 'CANCELLED_ITEM_DEMANDED', 'RED'],
    ['水土保持设施验收技术评估报告', 'ZJ-SWC-002', 'CANCELLED_ITEM_DEMANDED', 'RED'],
    ['ZJ-EIA-002', 'ZJ-EIA-002', 'CANCELLED_ITEM_DEMANDED', 'RED'],
    ['风水吉凶测算意见书', null, 'UNLISTED_SERVICE_DEMANDED', 'YELLOW'],
  ])('%s → %s, %s', async (demanded, code, kind, level) => {
    const { row, alert } = await report(demanded)
    expect(row.serviceItemCode).toBe(code)
    expect(alert).toMatchObject({ kind, level, organisationId: agencyId, serviceItemCode: code })
    // 河南条例 art. 78: who reported is told to nobody.
    expect(JSON.stringify(alert)).not.toContain(applicant.viewer.subjectId)
    expect(JSON.stringify(alert)).not.toContain(applicant.viewer.userId)
  })

  it('河南条例 art. 78: no line of the trail names who reported; the same wish again is the same report', async () => {
    const wish = { clientMutationId: randomUUID(), agencyId, demanded: '风水吉凶测算意见书', demandedOn: '2026-03-03' }
    const id = await reportDemand(applicant, wish)
    expect(await reportDemand(applicant, wish)).toBe(id)
    const alertIds = (await alerts({ sourceType: 'DemandReport', sourceId: id })).map((alert) => alert.id)
    const lines = await test.platform.prisma.auditEvent.findMany({ where: { entityId: { in: [id, ...alertIds] } } })
    expect(lines.map(({ action }) => action).toSorted()).toEqual(['supervision.raiseAlert', 'supervision.reportDemand'])
    const { userId, subjectId, name } = applicant.viewer
    for (const { actorId, actorName, actorRoles, before, after } of lines) {
      const said = JSON.stringify([actorId, actorName, actorRoles, before, after])
      for (const trace of [userId, subjectId, name]) expect(said).not.toContain(trace)
    }
    const another = await createOwner(test.platform, tuesday)
    await expect(reportDemand(another, wish)).rejects.toMatchObject({ code: 'CLIENT_MUTATION_ID_REUSED' })
  })

  it('what the catalogue founds may be demanded: no alert; what nobody verified gets a yellow one', async () => {
    const { prisma } = test.platform
    expect((await report('环境影响报告书', { serviceItemCode: 'ZJ-EIA-001' })).alert).toBeUndefined()
    const unverified = await prisma.serviceItem.findFirstOrThrow({ where: { status: 'RETAINED', isLegalBasisVerified: false } })
    const { alert } = await report('这一项', { serviceItemCode: unverified.code })
    expect(alert).toMatchObject({ kind: 'UNLISTED_SERVICE_DEMANDED', level: 'YELLOW', facts: { finding: 'BASIS_UNVERIFIED' } })
  })

  it('words that may mean several are asked back; the applicant may say it is none of them', async () => {
    await expect(report('安全评价')).rejects.toMatchObject({ fields: [{ path: 'serviceItemCode', code: 'ITEM_AMBIGUOUS' }] })
    expect((await report('安全评价', { isNotListed: true })).row.serviceItemCode).toBeNull()
  })

  it('refuses tomorrow, unknown agencies and items, and everybody but an applicant', async () => {
    await expect(report('x报告', { demandedOn: '2026-03-04' })).rejects.toMatchObject({ fields: [{ code: 'DAY_IN_FUTURE' }] })
    await expect(report('x报告', { agencyId: randomUUID() })).rejects.toMatchObject({ fields: [{ code: 'AGENCY_UNKNOWN' }] })
    await expect(report('x报告', { serviceItemCode: 'ZJ-XXX-999' })).rejects.toMatchObject({ fields: [{ code: 'SERVICE_ITEM_UNKNOWN' }] })
    const officer = officerOf(test.platform, agencyId, tuesday)
    const input = { clientMutationId: randomUUID(), agencyId, demanded: 'x报告', demandedOn: '2026-03-03' }
    await expect(reportDemand(officer, input)).rejects.toBeInstanceOf(ForbiddenError)
  })
})

describe('003 三(三) a case whose material a cancelled service delivers', () => {
  it('asks for everything before the cancellation, and no longer for that from its day on', async () => {
    const materials = await test.platform.prisma.material.count({ where: { approvalItemCode: approval } })
    const firm = await createFirm(test.platform)
    const open = (at: string, found: ReturnType<typeof allBut>) =>
      openCase(officerOf(test.platform, agencyId, at), {
        clientMutationId: randomUUID(),
        ...{ approvalItemCode: approval, applicantCode: firm.uscc, projectName: '虚构项目', materials: found },
      })
    const decide = async (at: string, caseId: string, mode: 'NORMAL' | 'CORRECTION_NOTICE') => {
      const { number, version } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })
      await acceptCase(officerOf(test.platform, agencyId, at), { clientMutationId: randomUUID(), number, version, mode })
      return test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: caseId } })
    }
    const before = await open(monday, allBut(materials, [2]))
    const waiting = await open(monday, allBut(materials, [2]))
    await expect(decide(monday, before, 'NORMAL')).rejects.toMatchObject({ code: 'MODE_NOT_ALLOWED' })
    expect(await decide(monday, before, 'CORRECTION_NOTICE')).toMatchObject({ state: 'CORRECTION_REQUESTED' })
    expect(await alerts({ sourceType: 'CaseMaterial' })).toEqual([])

    const people = adjusters(test.platform, await createAdjustingBodies(test.platform), monday)
    await publishChange(people, { kind: 'CANCEL', itemCode: 'ZJ-EIA-001', cancellingDocument: '国发〔2026〕9号' }, '2026-03-03')

    // Recorded as missing before; cancelled meanwhile: the case is complete.
    await expect(decide(tuesday, waiting, 'CORRECTION_NOTICE')).rejects.toMatchObject({ code: 'MODE_NOT_ALLOWED' })
    expect(await decide(tuesday, waiting, 'NORMAL')).toMatchObject({ state: 'ACCEPTED' })

    // It may be left out; marked missing it is an attempt, and the attempt is seen once.
    await open(
      tuesday,
      allBut(materials, []).filter(({ seq }) => seq !== 2),
    )
    expect(await alerts({ sourceType: 'CaseMaterial' })).toEqual([])
    const attempt = await open(tuesday, allBut(materials, [2], 'FLAWED'))
    const { number, version } = await test.platform.prisma.approvalCase.findUniqueOrThrow({ where: { id: attempt } })
    await recordMaterials(officerOf(test.platform, agencyId, tuesday), {
      clientMutationId: randomUUID(),
      ...{ number, version, materials: allBut(materials, [2]) },
    })
    expect(await alerts({ sourceType: 'CaseMaterial' })).toMatchObject([
      {
        kind: 'CANCELLED_ITEM_DEMANDED',
        level: 'RED',
        organisationId: agencyId,
        serviceItemCode: 'ZJ-EIA-001',
        facts: { caseNumber: number, seq: 2 },
      },
    ])
    expect(await decide(tuesday, attempt, 'NORMAL')).toMatchObject({ state: 'ACCEPTED' })
  })
})
